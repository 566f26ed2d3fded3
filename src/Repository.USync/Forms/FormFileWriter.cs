using System.Globalization;
using System.Xml;
using Repository.Core.Forms;
using Repository.USync.Xml;

namespace Repository.USync.Forms;

/// <summary>Writes what is said; what is empty or as always is left out, so that a file shows what makes the form.</summary>
internal static class FormFileWriter
{
    public static byte[] Write(FormDefinition form) => USyncXml.Write(xml => xml.Root("Form", form.Key, form.Alias, 0, () =>
    {
        xml.Group("Info", () => Info(xml, form));
        if (form.Notice is { } notice)
        {
            xml.WriteStartElement("Notice");
            xml.Attribute("Version", notice.Version);
            xml.WriteString(LegalText.Normal(notice.Text));
            xml.WriteFullEndElement();
        }

        xml.Group("Pages", () =>
        {
            foreach (var page in form.Pages) Page(xml, page);
        });
    }));

    private static void Info(XmlWriter xml, FormDefinition form)
    {
        xml.Text("Name", form.Name);
        xml.Text("Purpose", form.Purpose.ToString());
        xml.Text("Origin", form.Origin);
        xml.Text("FolioPrefix", form.FolioPrefix);
        xml.Text("FieldIndicationType", form.Indication.ToString());
        xml.Text("Indicator", form.Indicator);
        xml.Text("HideFieldValidation", form.HideFieldValidation);
        xml.Text("ShowValidationSummary", form.ShowValidationSummary);
        xml.Text("DisableDefaultStylesheet", form.DisableDefaultStylesheet);
        xml.Text("PreviousLabel", form.PreviousLabel);
        xml.Text("NextLabel", form.NextLabel);
        xml.Text("SubmitLabel", form.SubmitLabel);
        xml.Text("MessageOnSubmit", form.MessageOnSubmit);
        xml.Text("MessageOnSubmitIsHtml", form.MessageOnSubmitIsHtml);
        if (form.GoToPageOnSubmit is { } page) xml.Text("GoToPageOnSubmit", page);
        xml.Text("RetentionDays", form.RetentionDays);
        xml.Text("DraftDays", form.DraftDays);
    }

    private static void Page(XmlWriter xml, FormPage page)
    {
        xml.WriteStartElement("Page");
        xml.Attribute("Caption", page.Caption);
        Condition(xml, page.Condition);
        foreach (var fieldset in page.Fieldsets)
        {
            xml.WriteStartElement("Fieldset");
            xml.Attribute("Key", fieldset.Id.ToString());
            xml.Attribute("Caption", fieldset.Caption);
            Condition(xml, fieldset.Condition);
            foreach (var column in fieldset.Columns) Column(xml, column);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Column(XmlWriter xml, FieldColumn column)
    {
        xml.WriteStartElement("Column");
        xml.Attribute("Width", column.Width.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("Caption", column.Caption);
        foreach (var field in column.Fields) Field(xml, field);
        xml.WriteEndElement();
    }

    private static void Field(XmlWriter xml, FormField field)
    {
        xml.WriteStartElement("Field");
        xml.Attribute("Key", field.Id.ToString());
        xml.Attribute("Alias", field.Alias);
        xml.Attribute("Type", field.Type.ToString());
        xml.Text("Caption", field.Caption);
        Said("HelpText", field.HelpText);
        Said("Placeholder", field.Placeholder);
        xml.Text("Required", field.Required);
        Said("RequiredErrorMessage", field.RequiredErrorMessage);
        Said("Pattern", field.Pattern);
        Said("PatternInvalidErrorMessage", field.PatternInvalidErrorMessage);
        Condition(xml, field.Condition);
        if (!field.PreValues.IsEmpty)
        {
            xml.Group("PreValues", () => Named("PreValue", "Value", field.PreValues.Select(option => (option.Value, option.Caption))));
        }

        if (!field.Settings.IsEmpty) xml.Group("Settings", () => Named("Setting", "Name", field.Settings.Select(setting => (setting.Key, setting.Value))));
        if (field.Uploads is { } uploads) Uploads(xml, uploads);
        xml.WriteEndElement();

        void Said(string name, string text)
        {
            if (text.Length > 0) xml.Text(name, text);
        }

        void Named(string element, string attribute, IEnumerable<(string Name, string Text)> entries)
        {
            foreach (var (name, text) in entries)
            {
                xml.WriteStartElement(element);
                xml.Attribute(attribute, name);
                xml.WriteString(LegalText.Normal(text));
                xml.WriteFullEndElement();
            }
        }
    }

    private static void Uploads(XmlWriter xml, FileUploadOptions uploads)
    {
        xml.WriteStartElement("Uploads");
        xml.Attribute("AllowAll", uploads.AllowAll ? "true" : "false");
        xml.Attribute("AllowMultiple", uploads.AllowMultiple ? "true" : "false");
        xml.Attribute("MaxFiles", uploads.MaxFiles.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("MaxBytes", uploads.MaxBytes.ToString(CultureInfo.InvariantCulture));
        foreach (var extension in uploads.Extensions) xml.Text("Extension", extension);
        xml.WriteEndElement();
    }

    private static void Condition(XmlWriter xml, FieldCondition? condition)
    {
        if (condition is null) return;
        xml.WriteStartElement("Condition");
        xml.Attribute("Action", condition.Action.ToString());
        xml.Attribute("Logic", condition.Logic.ToString());
        foreach (var rule in condition.Rules)
        {
            xml.WriteStartElement("Rule");
            xml.Attribute("Field", rule.Field.ToString());
            xml.Attribute("Operator", rule.Operator.ToString());
            xml.WriteString(LegalText.Normal(rule.Value));
            xml.WriteFullEndElement();
        }

        xml.WriteEndElement();
    }
}
