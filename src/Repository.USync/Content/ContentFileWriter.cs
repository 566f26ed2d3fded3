using System.Xml;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.USync.Xml;

namespace Repository.USync.Content;

/// <summary>Writes content and media files. Equal items give equal bytes: properties stand by alias, cultures by code.</summary>
public static class ContentFileWriter
{
    /// <summary>Throws <see cref="FormatException"/>, naming the item, when <see cref="Refusal"/> has something to say.</summary>
    public static byte[] Write(ContentFile file) =>
        Refusal(file) is { } refusal ? throw new FormatException(refusal.ToString()) : USyncXml.Write(xml => WriteItem(xml, file));

    /// <summary>Why an item cannot be put into an XML file; null when it can.</summary>
    public static SchemaProblem? Refusal(ContentFile file)
    {
        foreach (var (element, text) in Texts(file))
        {
            if (LegalText.Forbidden(text) is { } character) return Refused(file, element, $"El texto contiene el carácter {character}, que no puede escribirse en XML.");
        }

        return file.Values.Keys.FirstOrDefault(alias => !IsElementName(alias)) is { } unusable
            ? Refused(file, unusable, "El alias no puede ser el nombre de un elemento XML.")
            : null;
    }

    private static IEnumerable<(string Element, string Text)> Texts(ContentFile file) =>
    [
        ("NodeName", file.Name), ("Parent", file.ParentName), ("Path", file.Path), ("ContentType", file.ContentType), ("Template", file.Template?.Alias ?? ""),
        .. file.CultureNames.SelectMany(name => new[] { ("NodeName", name.Key), ("NodeName", name.Value) }),
        .. file.CulturesPublished.Select(published => ("Published", published.Key)),
        .. file.Schedules.Select(schedule => ("Schedule", schedule.Culture)),
        .. file.Values.SelectMany(property => property.Value.SelectMany(value => new[] { (property.Key, value.Key), (property.Key, value.Value) })),
    ];

    private static SchemaProblem Refused(ContentFile file, string element, string reason) => new($"{file.Name} ({file.Key})", element, reason);

    private static bool IsElementName(string alias) => alias.Length > 0 && XmlConvert.IsStartNCNameChar(alias[0]) && alias.All(XmlConvert.IsNCNameChar);

    private static void WriteItem(XmlWriter xml, ContentFile file) => xml.Root(file.Kind == ItemKind.Media ? "Media" : "Content", file.Key, file.Name, file.Level, () =>
    {
        xml.Group("Info", () => WriteInfo(xml, file));
        xml.Group("Properties", () => WriteProperties(xml, file));
    });

    private static void WriteInfo(XmlWriter xml, ContentFile file)
    {
        xml.Group("Parent", () =>
        {
            xml.Attribute("Key", (file.ParentKey ?? Guid.Empty).ToString());
            if (file.ParentName.Length > 0) xml.WriteString(LegalText.Normal(file.ParentName));
        });
        xml.Text("Path", file.Path);
        xml.Group("Trashed", () =>
        {
            if (file.TrashedFrom is { } from) xml.Attribute("Parent", from.ToString());
            xml.WriteString(Word(file.Trashed));
        });
        if (file.Restricted) xml.Text("Restricted", true);
        xml.Text("ContentType", file.ContentType);
        xml.Text("CreateDate", file.CreateDate);
        xml.Group("NodeName", () =>
        {
            xml.Attribute("Default", file.Name);
            foreach (var (culture, name) in file.CultureNames) WriteInCulture(xml, "Name", culture, name);
        });
        xml.Text("SortOrder", file.SortOrder);
        if (file.Kind == ItemKind.Document) WritePublication(xml, file);
    }

    private static void WritePublication(XmlWriter xml, ContentFile file)
    {
        xml.Group("Published", () =>
        {
            xml.Attribute("Default", Word(file.Published));
            foreach (var (culture, published) in file.CulturesPublished) WriteInCulture(xml, "Published", culture, Word(published));
        });
        xml.Group("Schedule", () =>
        {
            foreach (var schedule in file.Schedules) xml.Group("ContentSchedule", () => WriteSchedule(xml, schedule));
        });
        if (file.Template is { } template) xml.Keyed("Template", template);
        else xml.Group("Template", () => { });
    }

    private static void WriteSchedule(XmlWriter xml, ContentSchedule schedule)
    {
        xml.Text("Culture", schedule.Culture);
        xml.Text("Action", schedule.Action.ToString());
        xml.Text("Date", schedule.Date);
    }

    private static void WriteProperties(XmlWriter xml, ContentFile file)
    {
        foreach (var (alias, byCulture) in file.Values)
        {
            xml.Group(alias, () =>
            {
                foreach (var (culture, stored) in byCulture) xml.Group("Value", () => WriteValue(xml, culture, stored));
            });
        }
    }

    private static void WriteValue(XmlWriter xml, string culture, string stored)
    {
        if (culture.Length > 0) xml.Attribute("Culture", culture);
        xml.CData(stored);
    }

    private static void WriteInCulture(XmlWriter xml, string element, string culture, string text)
    {
        xml.WriteStartElement(element);
        xml.Attribute("Culture", culture);
        xml.WriteString(LegalText.Normal(text));
        xml.WriteFullEndElement();
    }

    private static string Word(bool value) => value ? "true" : "false";
}
