using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.USync.Content;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>The types of a schema, each with the fields of its compositions among its own, in the order an editor meets them.</summary>
internal sealed partial class TypeAssembly
{
    private readonly ImmutableDictionary<Guid, DataType> _dataTypes;
    private readonly ICollection<SchemaProblem> _problems;
    private readonly ImmutableArray<Found<ContentTypeFile>> _files;
    private readonly Dictionary<Guid, Found<ContentTypeFile>> _byKey = [];

    public TypeAssembly(SchemaFiles files, ImmutableDictionary<Guid, DataType> dataTypes, ICollection<SchemaProblem> problems)
    {
        _dataTypes = dataTypes;
        _problems = problems;
        _files = [.. files.ContentTypes, .. files.MediaTypes];
        foreach (var found in _files)
        {
            if (!_byKey.TryAdd(found.Item.Key, found)) Refuse(found, "Key", $"La clave ya es de «{_byKey[found.Item.Key].File}».");
        }
    }

    public IReadOnlyList<ContentType> Assemble()
    {
        CheckAliases();
        CheckPropertyKeys();
        return [.. _byKey.Values.Select(Assemble)];
    }

    private void CheckAliases()
    {
        foreach (var found in _files.Where(found => found.Item.Alias.Length > 0 && !UsableAlias().IsMatch(found.Item.Alias)))
        {
            Refuse(found, "Alias", $"«{found.Item.Alias}» no sirve de alias: usa letras y números sin acentos, y empieza con una letra.");
        }

        foreach (var same in _files.GroupBy(found => (found.Item.IsMedia, found.Item.Alias.ToUpperInvariant())).Where(same => same.Count() > 1))
        {
            var first = same.First();
            foreach (var other in same.Skip(1)) Refuse(other, "Alias", $"El alias «{other.Item.Alias}» ya es del tipo en «{first.File}».");
        }
    }

    private void CheckPropertyKeys()
    {
        var owners = new Dictionary<Guid, (string File, string Alias)>();
        foreach (var found in _byKey.Values)
        {
            foreach (var property in found.Item.Properties.Where(property => property.Key != Guid.Empty && !owners.TryAdd(property.Key, (found.File, property.Alias))))
            {
                Refuse(found, $"GenericProperty/{property.Alias}/Key", $"La clave ya es de la propiedad «{owners[property.Key].Alias}» en «{owners[property.Key].File}».");
            }
        }
    }

    private ContentType Assemble(Found<ContentTypeFile> found)
    {
        var file = found.Item;
        var parts = Parts(found);
        var tabs = parts.SelectMany(part => part.Item.Tabs).DistinctBy(tab => tab.Alias).ToImmutableArray();
        var order = new TabOrder(tabs);
        return new ContentType
        {
            Key = file.Key,
            Alias = file.Alias,
            Name = file.Name,
            Kind = file.IsMedia ? ContentTypeKind.Media : file.IsElement ? ContentTypeKind.Element : ContentTypeKind.Document,
            Description = file.Description,
            Icon = file.Icon,
            AllowedAtRoot = file.AllowAtRoot,
            VariesByCulture = file.Variations == ContentTypeFile.Culture,
            Compositions = [.. Composed(file).Select(part => part.Key)],
            AllowedChildren = Children(found),
            Tabs = [.. tabs.OrderBy(order.Of).Select(tab => new PropertyTab(tab.Key, tab.Alias, tab.Caption, tab.Type == "Tab", tab.SortOrder))],
            Properties = [.. Properties(found, parts).OrderBy(property => order.Of(property.TabAlias)).ThenBy(property => property.SortOrder).ThenBy(property => property.Alias, StringComparer.Ordinal)],
        };
    }

    /// <summary>The type itself and everything it is composed of, each once.</summary>
    private List<Found<ContentTypeFile>> Parts(Found<ContentTypeFile> found)
    {
        var parts = new List<Found<ContentTypeFile>>();
        Collect(found, [], parts);
        return parts;
    }

    private void Collect(Found<ContentTypeFile> found, ImmutableList<Found<ContentTypeFile>> above, List<Found<ContentTypeFile>> parts)
    {
        if (above.Contains(found))
        {
            // Told once, for the type the walk began with.
            if (above[0] == found) Refuse(found, "Info/Compositions", $"Las composiciones forman un ciclo: {string.Join(" → ", above.Add(found).Select(part => part.Item.Alias))}.");
            return;
        }

        if (parts.Contains(found)) return;
        parts.Add(found);
        foreach (var composed in Composed(found.Item))
        {
            if (_byKey.TryGetValue(composed.Key, out var part) && part.Item.IsMedia == found.Item.IsMedia) Collect(part, above.Add(found), parts);
            else if (above.IsEmpty) Refuse(found, "Info/Compositions", $"La composición «{composed.Alias}» ({composed.Key}) no existe.");
        }
    }

    /// <summary>Inheritance is a composition by another name.</summary>
    private static ImmutableArray<KeyedAlias> Composed(ContentTypeFile file) => file.Parent is { } parent ? [parent, .. file.Compositions] : file.Compositions;

    private ImmutableArray<Guid> Children(Found<ContentTypeFile> found)
    {
        var children = found.Item.Structure.OrderBy(child => child.SortOrder).ToList();
        foreach (var child in children)
        {
            if (!_byKey.TryGetValue(child.Key, out var type) || type.Item.IsMedia != found.Item.IsMedia) Refuse(found, "Structure", $"El tipo «{child.Alias}» ({child.Key}) no existe.");
            else if (type.Item.IsElement) Refuse(found, "Structure", $"«{child.Alias}» es un tipo de elemento: no puede ser un elemento hijo.");
        }

        return [.. children.Select(child => child.Key)];
    }

    private IEnumerable<PropertyType> Properties(Found<ContentTypeFile> found, List<Found<ContentTypeFile>> parts)
    {
        var owners = new Dictionary<string, Found<ContentTypeFile>>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            foreach (var property in part.Item.Properties)
            {
                if (!owners.TryAdd(property.Alias, part)) Refuse(found, $"GenericProperty/{property.Alias}", $"El alias está dos veces: en «{owners[property.Alias].File}» y en «{part.File}».");
                else if (Property(part, property, isOwn: part == found) is { } made) yield return made;
            }
        }
    }

    /// <summary>What is wrong with a composition's property is told for the composition, not for every type that uses it.</summary>
    private PropertyType? Property(Found<ContentTypeFile> part, GenericProperty property, bool isOwn)
    {
        var element = $"GenericProperty/{property.Alias}";
        var dataType = _dataTypes.GetValueOrDefault(property.Definition) ?? ByEditor(property.Type);
        if (isOwn)
        {
            if (dataType is null) Refuse(part, $"{element}/Definition", $"El tipo de dato «{property.Definition}» no existe.");
            if (!UsableAlias().IsMatch(property.Alias)) Refuse(part, element, $"«{property.Alias}» no sirve de alias: usa letras y números sin acentos, y empieza con una letra.");
            if (property.TabAlias is { Length: > 0 } tab && part.Item.Tabs.All(known => known.Alias != tab)) Refuse(part, $"{element}/Tab", $"La pestaña «{tab}» no existe.");
            if (dataType is { IsPrivate: true } && part.Item.IsElement) Refuse(part, $"{element}/Definition", "Un tipo de elemento no puede tener campos reservados: lo que hay en un bloque se publica entero.");
            if (!PropertyRules.IsUsablePattern(property.Validation)) Refuse(part, $"{element}/Validation", $"«{property.Validation}» no es una expresión regular.");
        }

        return dataType is null ? null : new PropertyType
        {
            Key = property.Key,
            Alias = property.Alias,
            Name = property.Name,
            DataType = dataType,
            Description = property.Description,
            IsMandatory = property.Mandatory,
            MandatoryMessage = property.MandatoryMessage,
            Pattern = property.Validation,
            PatternMessage = property.ValidationRegExpMessage,
            VariesByCulture = property.Variations == ContentTypeFile.Culture,
            TabAlias = property.TabAlias ?? "",
            SortOrder = property.SortOrder,
        };
    }

    /// <summary>uSync falls back to the editor when the data type's key is unknown.</summary>
    private DataType? ByEditor(string editor) =>
        _dataTypes.Values.Where(dataType => editor.Length > 0 && dataType.EditorAlias == editor).OrderBy(dataType => dataType.Name, StringComparer.Ordinal).FirstOrDefault();

    private void Refuse(Found<ContentTypeFile> found, string element, string reason) => _problems.Add(new SchemaProblem(found.File, element, reason));

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z")]
    private static partial Regex UsableAlias();

    /// <summary>Where tabs stand: a group named <c>tab/group</c> stands inside its tab; what is outside of all tabs comes first.</summary>
    private sealed class TabOrder(ImmutableArray<TypeTab> tabs)
    {
        private readonly Dictionary<string, int> _places = tabs.DistinctBy(tab => tab.Alias).ToDictionary(tab => tab.Alias, tab => tab.SortOrder, StringComparer.Ordinal);

        public (int Tab, int Group) Of(TypeTab tab) => Of(tab.Alias);

        public (int Tab, int Group) Of(string alias)
        {
            if (!_places.TryGetValue(alias, out var place)) return (int.MinValue, 0);
            var slash = alias.LastIndexOf('/');
            return slash > 0 && _places.TryGetValue(alias[..slash], out var outer) ? (outer, place + 1) : (place, 0);
        }
    }
}
