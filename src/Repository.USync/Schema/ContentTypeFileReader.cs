using Repository.USync.Content;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>Reads document, element and media types; the order of elements does not matter.</summary>
internal static class ContentTypeFileReader
{
    public static ContentTypeFile Read(ElementReading root)
    {
        var info = root.Required("Info");
        var alias = root.Attribute("Alias") ?? "";
        if (alias.Length == 0) root.Refuse("Falta el atributo «Alias».");
        return new ContentTypeFile
        {
            IsMedia = root.Name == "MediaType",
            Key = root.KeyAttribute(),
            Alias = alias,
            Level = root.NumberAttribute("Level", 1),
            Name = info.RequiredText("Name"),
            Icon = info.Text("Icon"),
            Thumbnail = info.Text("Thumbnail"),
            Description = info.Text("Description"),
            AllowAtRoot = info.Flag("AllowAtRoot"),
            ListView = info.KeyOrZeros("ListView"),
            Variations = Variations(info),
            IsElement = info.Flag("IsElement"),
            HistoryCleanup = info.Child("HistoryCleanup") is { } cleanup ? Cleanup(cleanup) : null,
            Parent = info.Child("Parent") is { } parent ? Keyed(parent) : null,
            Folder = info.Child("Folder")?.Value,
            Compositions = [.. (info.Child("Compositions")?.Children("Composition") ?? []).Select(Keyed)],
            DefaultTemplate = info.Text("DefaultTemplate"),
            AllowedTemplates = [.. (info.Child("AllowedTemplates")?.Children("Template") ?? []).Select(Keyed)],
            Structure = [.. (root.Child("Structure")?.Children(root.Name) ?? []).Select((child, at) => new AllowedChild(child.KeyAttribute(), child.NumberAttribute("SortOrder", at), child.Value))],
            Properties = [.. (root.Child("GenericProperties")?.Children("GenericProperty") ?? []).Select(part => Property(part.About(part.Text("Alias"))))],
            Tabs = [.. (root.Child("Tabs")?.Children("Tab") ?? []).Select(part => Tab(part.About(part.Text("Alias"))))],
        };
    }

    private static HistoryCleanup Cleanup(ElementReading part) =>
        new(part.Flag("PreventCleanup"), part.Text("KeepAllVersionsNewerThanDays"), part.Text("KeepLatestVersionPerDayForDays"));

    private static KeyedAlias Keyed(ElementReading part) => new(part.KeyAttribute(), part.Value);

    private static GenericProperty Property(ElementReading part)
    {
        var tab = part.Child("Tab");
        return new GenericProperty
        {
            Key = part.OwnKey("Key"),
            Name = part.RequiredText("Name"),
            Alias = part.RequiredText("Alias"),
            Definition = part.Key("Definition"),
            Type = part.Text("Type"),
            Mandatory = part.Flag("Mandatory"),
            Validation = part.Text("Validation"),
            Description = part.Text("Description"),
            SortOrder = part.Number("SortOrder"),
            TabAlias = tab?.Attribute("Alias"),
            TabCaption = tab?.Value ?? "",
            Variations = Variations(part),
            MandatoryMessage = part.Text("MandatoryMessage"),
            ValidationRegExpMessage = part.Text("ValidationRegExpMessage"),
            LabelOnTop = part.Flag("LabelOnTop"),
        };
    }

    private static TypeTab Tab(ElementReading part)
    {
        var type = part.RequiredText("Type");
        if (type is not ("Tab" or "Group" or "")) part.Refuse($"«{type}» no es «Tab» ni «Group».");
        return new TypeTab(part.Key("Key"), part.Text("Caption"), part.RequiredText("Alias"), type, part.Number("SortOrder"));
    }

    private static string Variations(ElementReading part)
    {
        var variations = part.Text("Variations");
        if (variations is "Segment" or "CultureAndSegment") part.Refuse("Los segmentos no se admiten; «Variations» debe ser «Nothing» o «Culture».");
        else if (variations is not ("" or ContentTypeFile.Nothing or ContentTypeFile.Culture)) part.Refuse($"«{variations}» no es «Nothing» ni «Culture».");
        return variations is ContentTypeFile.Culture ? variations : ContentTypeFile.Nothing;
    }
}
