using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.USync.Xml;

namespace Repository.USync.Content;

/// <summary>Reads a content or media file. What is wrong goes to the file's problems.</summary>
internal static class ContentFileReader
{
    public static bool Reads(ElementReading root) => root.Name is "Content" or "Media";

    public static ContentFile Read(ElementReading root)
    {
        var info = root.Required("Info");
        var name = info.Required("NodeName");
        var parent = info.Child("Parent");
        var trashed = info.Child("Trashed");
        return WithPublication(info, new ContentFile
        {
            Key = root.KeyAttribute(),
            Kind = root.Name == "Media" ? ItemKind.Media : ItemKind.Document,
            Name = name.Attribute("Default") ?? root.Attribute("Alias") ?? "",
            Level = root.NumberAttribute("Level", 1),
            ParentKey = parent?.OptionalKeyAttribute("Key"),
            ParentName = parent?.Value ?? "",
            Path = info.Text("Path"),
            ContentType = info.RequiredText("ContentType"),
            CreateDate = info.Date("CreateDate"),
            CultureNames = ByCulture(name.Children("Name"), part => part.Value),
            SortOrder = info.Number("SortOrder"),
            Trashed = trashed?.FlagValue() ?? false,
            TrashedFrom = trashed?.OptionalKeyAttribute("Parent"),
            Restricted = info.Flag("Restricted"),
            Values = Values(root.Child("Properties")),
        });
    }

    private static ContentFile WithPublication(ElementReading info, ContentFile file)
    {
        if (file.Kind == ItemKind.Media) return file;
        var published = info.Child("Published");
        var template = info.Child("Template");
        return file with
        {
            Published = published?.FlagAttribute("Default") ?? false,
            CulturesPublished = ByCulture(published?.Children("Published") ?? [], part => part.FlagValue()),
            Schedules = [.. (info.Child("Schedule")?.Children("ContentSchedule") ?? []).Select(Schedule).OfType<ContentSchedule>()],
            Template = template?.OptionalKeyAttribute("Key") is { } key ? new KeyedAlias(key, template.Value) : null,
        };
    }

    private static ContentSchedule? Schedule(ElementReading part)
    {
        var action = part.RequiredText("Action");
        if (action is "Release" or "Expire")
        {
            return new ContentSchedule(part.Text("Culture"), action == "Release" ? ScheduledAction.Release : ScheduledAction.Expire, part.Date("Date"));
        }

        part.Refuse($"«{action}» no es «Release» ni «Expire».");
        return null;
    }

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Values(ElementReading? properties)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var property in properties?.Children() ?? [])
        {
            if (values.ContainsKey(property.Name)) property.Refuse($"La propiedad «{property.Name}» está repetida.");
            values[property.Name] = ByCulture(property.Children("Value"), Stored);
        }

        return values.ToImmutable();
    }

    private static string Stored(ElementReading value)
    {
        if (value.Attribute("Segment") is { Length: > 0 } segment) value.Refuse($"El valor es del segmento «{segment}»; los segmentos no se admiten.");
        return value.Value;
    }

    private static ImmutableSortedDictionary<string, T> ByCulture<T>(IEnumerable<ElementReading> parts, Func<ElementReading, T> read)
    {
        var byCulture = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            var culture = part.Attribute("Culture") ?? ItemContent.Invariant;
            if (!seen.Add(culture)) part.Refuse(culture.Length == 0 ? "El valor sin idioma está repetido." : $"El idioma «{culture}» está repetido.");
            byCulture[culture] = read(part);
        }

        return byCulture.ToImmutable();
    }
}
