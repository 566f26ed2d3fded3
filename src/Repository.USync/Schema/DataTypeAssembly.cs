using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>The data types of a schema, each with an editor that exists and a configuration that names types that exist.</summary>
internal sealed class DataTypeAssembly
{
    private static readonly JsonElement NoConfig = JsonElement.Parse("{}");

    private readonly ImmutableArray<Found<DataTypeFile>> _files;
    private readonly ICollection<SchemaProblem> _problems;

    public DataTypeAssembly(ImmutableArray<Found<DataTypeFile>> files, EditorRegistry editors, ICollection<SchemaProblem> problems)
    {
        _files = files;
        _problems = problems;
        ByKey = files.DistinctBy(found => found.Item.Key).ToImmutableDictionary(found => found.Item.Key, found => Read(found, editors));
    }

    public ImmutableDictionary<Guid, DataType> ByKey { get; }

    /// <summary>Blocks are made of element types, and pickers are narrowed to types; all of them must be there.</summary>
    public void CheckTypes(IReadOnlyCollection<ContentType> types)
    {
        var kinds = types.DistinctBy(type => type.Key).ToDictionary(type => type.Key, type => type.Kind);
        foreach (var found in _files)
        {
            foreach (var (member, text) in ElementTypes(ByKey[found.Item.Key].Config))
            {
                if (!Guid.TryParse(text, out var key) || !kinds.TryGetValue(key, out var kind)) Refuse(found, member, $"El tipo «{text}» no existe.");
                else if (kind != ContentTypeKind.Element) Refuse(found, member, $"El tipo «{text}» no es de elemento; los bloques se hacen de tipos de elemento.");
            }

            foreach (var text in FilteredTypes(ByKey[found.Item.Key].Config))
            {
                if (!Guid.TryParse(text, out var key) || !kinds.ContainsKey(key)) Refuse(found, "Config/filter", $"El tipo «{text}» no existe.");
            }
        }
    }

    private DataType Read(Found<DataTypeFile> found, EditorRegistry editors)
    {
        var file = found.Item;
        var dataType = new DataType(file.Key, file.Name, file.EditorAlias, file.EditorUiAlias, Config(found));
        if (file.EditorAlias.Length > 0 && editors.Find(dataType) is null)
        {
            Refuse(found, "Info/EditorAlias", $"El editor «{file.EditorAlias}» con la interfaz «{file.EditorUiAlias}» no existe en este repositorio.");
        }

        return dataType;
    }

    private JsonElement Config(Found<DataTypeFile> found)
    {
        if (string.IsNullOrWhiteSpace(found.Item.Config)) return NoConfig;
        if (StoredJson.Parse(found.Item.Config) is { ValueKind: JsonValueKind.Object } config) return config;
        Refuse(found, "Config", "La configuración no es un objeto JSON, nombra dos veces un mismo miembro o contiene caracteres dañados.");
        return NoConfig;
    }

    private static IEnumerable<(string Member, string Text)> ElementTypes(JsonElement config)
    {
        if (!config.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array) yield break;
        foreach (var block in blocks.EnumerateArray().Where(block => block.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in (string[])["contentElementTypeKey", "settingsElementTypeKey"])
            {
                if (block.TryGetProperty(member, out var key) && key.ValueKind == JsonValueKind.String) yield return ($"Config/blocks/{member}", key.GetString()!);
            }
        }
    }

    private static string[] FilteredTypes(JsonElement config) => config.TryGetProperty("filter", out var filter) && filter.ValueKind == JsonValueKind.String
        ? filter.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    private void Refuse(Found<DataTypeFile> found, string element, string reason) => _problems.Add(new SchemaProblem(found.File, element, reason));
}
