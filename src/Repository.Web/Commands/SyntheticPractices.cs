using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Commands;

/// <summary>
/// Made-up practices for load: of the size and shape of real ones, with pickers that lead to real terms and municipalities. They say
/// of themselves that they are synthetic. The same number always makes the same practice.
/// </summary>
internal sealed class SyntheticPractices
{
    private const string Culture = "es-MX";
    private static readonly Guid Namespace = new("6f1c9c0e-95f4-4d0e-8a55-3f3c3d0f7b11");

    private static readonly ImmutableArray<string> Words =
    [
        .. """
        asamblea agua camino comité acuerdo familia trabajo tequio barrio escuela bosque milpa vigilancia registro cuenta acta consejo
        autoridad cargo turno jornada reparto fuente manantial vereda puente mercado radio aviso mapa taller cooperación caja informe
        semilla cosecha limpia zanja tanque tubería válvula cuota padrón vecindad ronda fiesta cocina leña lluvia parcela
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private readonly PublishedSnapshot _snapshot;
    private readonly ContentType _practice;
    private readonly PublishedItem _section;
    private readonly Dictionary<string, Guid[]> _candidates = [];

    public SyntheticPractices(PublishedSnapshot snapshot)
    {
        _snapshot = snapshot;
        _practice = snapshot.Schema.DocumentType("practice") ?? throw new InvalidOperationException("The schema has no type \"practice\".");
        _section = Routing.Match(snapshot, "/practicas/", Culture, null) is RouteMatch.Found found
            ? found.Item
            : throw new InvalidOperationException("There is no section /practicas/ to generate practices in.");
    }

    public ImportedItem Make(int number)
    {
        var random = new Random(number);
        var name = $"Práctica sintética {number}: {Some(random, 4)}";
        var content = ItemContent.Named(name, Culture)
            .With("summary", Paragraph(random, 260), Culture)
            .With("problem", Paragraph(random, 500), Culture)
            .With("objective", Paragraph(random, 300), Culture)
            .With("context", Paragraph(random, 700), Culture)
            .With("whatNotToCopy", Paragraph(random, 300), Culture)
            .With("howItWorks", string.Join('\n', Enumerable.Range(0, 5).Select(_ => Paragraph(random, 90))), Culture)
            .With("participants", Paragraph(random, 120), Culture)
            .With("year", random.Next(1985, 2026).ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("volunteers", random.Next(5, 400).ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("verificationNotes", "Registro sintético para pruebas de carga: no describe ninguna práctica real.")
            .With("sources", Blocks("sources", "source", ("title", "Generador de contenido sintético")));
        foreach (var (alias, most) in Picked) content = content.With(alias, Pick(alias, random, most));
        return new ImportedItem
        {
            Source = name,
            Key = DerivedKey.Of(Namespace, $"practice/{number}"),
            Type = _practice.Alias,
            ParentKey = _section.Key,
            SortOrder = 1_000 + number,
            CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
            Content = Known(content),
            Published = [Culture],
        };
    }

    private static ImmutableArray<(string Alias, int Most)> Picked =>
    [
        ("sheetKind", 1), ("validationState", 1), ("confidence", 1), ("scope", 1), ("themes", 2), ("principles", 3), ("communityForms", 2),
        ("sdgTargets", 3), ("region", 1), ("municipalities", 2), ("status", 1),
    ];

    /// <summary>Leaves out what the schema does not have, so that a changed type does not stop a load test.</summary>
    private ItemContent Known(ItemContent content) =>
        content.Values.Keys.Where(alias => _practice.Property(alias) is null).Aggregate(content, (left, alias) => left with { Values = left.Values.Remove(alias) });

    private string Pick(string alias, Random random, int most)
    {
        if (!_candidates.TryGetValue(alias, out var candidates)) _candidates[alias] = candidates = Candidates(alias);
        if (candidates.Length == 0) return "";
        return string.Join(',', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => candidates[random.Next(candidates.Length)]).Distinct().Select(key => $"umb://document/{key:n}"));
    }

    /// <summary>Children of the picker's own start node.</summary>
    private Guid[] Candidates(string alias)
    {
        if (_practice.Property(alias) is not { } property || StartNode(property.DataType) is not { } start) return [];
        var view = _snapshot.View(ItemKind.Document, Culture);
        var children = view.Page(view.Children(start), [], 0, int.MaxValue);
        return [.. children.Where(item => alias != "sheetKind" || item.Content.Value("key", "") == "documentary").Select(item => item.Key)];
    }

    private static Guid? StartNode(DataType dataType)
    {
        var config = dataType.Config;
        var text = config.TryGetProperty("startNodeId", out var single) ? single
            : config.TryGetProperty("startNode", out var node) && node.ValueKind == JsonValueKind.Object && node.TryGetProperty("id", out var id) ? id
            : default;
        return text.ValueKind == JsonValueKind.String && Guid.TryParse(text.GetString(), out var key) ? key : null;
    }

    private string Blocks(string property, string element, params (string Alias, string Text)[] values)
    {
        var type = _snapshot.Schema.DocumentType(element)!;
        var key = DerivedKey.Of(Namespace, $"{property}/{element}").ToString();
        var list = new JsonObject
        {
            ["contentData"] = new JsonArray(new JsonObject
            {
                ["contentTypeKey"] = type.Key.ToString(),
                ["key"] = key,
                ["udi"] = null,
                ["values"] = new JsonArray([.. values.Select(value => new JsonObject
                {
                    ["alias"] = value.Alias, ["culture"] = null, ["editorAlias"] = null, ["segment"] = null, ["value"] = value.Text,
                })]),
            }),
            ["settingsData"] = new JsonArray(),
            ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = key, ["culture"] = null, ["segment"] = null }),
            ["Layout"] = new JsonObject
            {
                ["Umbraco.BlockList"] = new JsonArray(new JsonObject { ["contentKey"] = key, ["contentUdi"] = null, ["settingsKey"] = null, ["settingsUdi"] = null }),
            },
        };
        return list.ToJsonString();
    }

    private static string Paragraph(Random random, int length)
    {
        var text = new System.Text.StringBuilder();
        while (text.Length < length)
        {
            var sentence = Some(random, random.Next(6, 14));
            text.Append(char.ToUpperInvariant(sentence[0])).Append(sentence, 1, sentence.Length - 1).Append(". ");
        }

        return text.ToString().TrimEnd();
    }

    private static string Some(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
}
