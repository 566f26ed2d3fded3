using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Repository.USync.Content;
using Repository.USync.Xml;

namespace Repository.USync.Schema;

/// <summary>Writes types in uSync's order: properties by alias; a media type has its structure behind its properties and knows no templates.</summary>
internal static class ContentTypeFileWriter
{
    public static byte[] Write(ContentTypeFile type) => USyncXml.Write(xml => xml.Root(type.RootName, type.Key, type.Alias, type.Level, () =>
    {
        xml.Group("Info", () => WriteInfo(xml, type));
        if (!type.IsMedia) WriteStructure(xml, type);
        xml.Group("GenericProperties", () => WriteProperties(xml, type));
        if (type.IsMedia) WriteStructure(xml, type);
        xml.Group("Tabs", () => WriteTabs(xml, type.Tabs));
    }));

    private static void WriteInfo(XmlWriter xml, ContentTypeFile type)
    {
        xml.Text("Name", type.Name);
        xml.Text("Icon", type.Icon);
        xml.Text("Thumbnail", type.Thumbnail);
        xml.Text("Description", type.Description);
        xml.CapitalText("AllowAtRoot", type.AllowAtRoot);
        xml.Text("ListView", type.ListView);
        xml.Text("Variations", type.Variations);
        xml.Text("IsElement", type.IsElement);
        if (type.HistoryCleanup is { } cleanup) xml.Group("HistoryCleanup", () => WriteCleanup(xml, cleanup));
        if (type.Parent is { } parent) xml.Keyed("Parent", parent);
        if (type.Folder is { } folder) xml.Text("Folder", folder);
        WriteKeyed(xml, "Compositions", "Composition", type.Compositions);
        if (type.IsMedia) return;
        xml.Text("DefaultTemplate", type.DefaultTemplate);
        WriteKeyed(xml, "AllowedTemplates", "Template", type.AllowedTemplates);
    }

    private static void WriteCleanup(XmlWriter xml, HistoryCleanup cleanup)
    {
        xml.CapitalText("PreventCleanup", cleanup.PreventCleanup);
        xml.Text("KeepAllVersionsNewerThanDays", cleanup.KeepAllVersionsNewerThanDays);
        xml.Text("KeepLatestVersionPerDayForDays", cleanup.KeepLatestVersionPerDayForDays);
    }

    private static void WriteKeyed(XmlWriter xml, string group, string element, ImmutableArray<KeyedAlias> entries) => xml.Group(group, () =>
    {
        foreach (var entry in entries) xml.Keyed(element, entry);
    });

    private static void WriteStructure(XmlWriter xml, ContentTypeFile type) => xml.Group("Structure", () =>
    {
        foreach (var child in type.Structure)
        {
            xml.WriteStartElement(type.RootName);
            xml.Attribute("Key", child.Key.ToString());
            xml.Attribute("SortOrder", child.SortOrder.ToString(CultureInfo.InvariantCulture));
            xml.WriteString(child.Alias);
            xml.WriteFullEndElement();
        }
    });

    private static void WriteProperties(XmlWriter xml, ContentTypeFile type)
    {
        foreach (var property in type.Properties.OrderBy(property => property.Alias, StringComparer.Ordinal))
        {
            xml.Group("GenericProperty", () => WriteProperty(xml, property, type.IsMedia));
        }
    }

    private static void WriteProperty(XmlWriter xml, GenericProperty property, bool ofMedia)
    {
        xml.Text("Key", property.Key);
        xml.Text("Name", property.Name);
        xml.Text("Alias", property.Alias);
        xml.Text("Definition", property.Definition);
        xml.Text("Type", property.Type);
        xml.Text("Mandatory", property.Mandatory);
        xml.Text("Validation", property.Validation);
        xml.Group("Description", () => xml.CData(property.Description));
        xml.Text("SortOrder", property.SortOrder);
        WriteTab(xml, property);
        if (!ofMedia) xml.Text("Variations", property.Variations);
        xml.Text("MandatoryMessage", property.MandatoryMessage);
        xml.Text("ValidationRegExpMessage", property.ValidationRegExpMessage);
        xml.Text("LabelOnTop", property.LabelOnTop);
    }

    private static void WriteTab(XmlWriter xml, GenericProperty property)
    {
        xml.WriteStartElement("Tab");
        if (property.TabAlias is { } alias) xml.Attribute("Alias", alias);
        xml.WriteString(LegalText.Normal(property.TabCaption));
        xml.WriteFullEndElement();
    }

    private static void WriteTabs(XmlWriter xml, ImmutableArray<TypeTab> tabs)
    {
        foreach (var tab in tabs) xml.Group("Tab", () => WriteTab(xml, tab));
    }

    private static void WriteTab(XmlWriter xml, TypeTab tab)
    {
        xml.Text("Key", tab.Key);
        xml.Text("Caption", tab.Caption);
        xml.Text("Alias", tab.Alias);
        xml.Text("Type", tab.Type);
        xml.Text("SortOrder", tab.SortOrder);
    }
}
