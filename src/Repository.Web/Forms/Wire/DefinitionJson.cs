using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Forms.Wire;

/// <summary>A form as programs read it, member by member as the contract lists them: what is not said is an empty text or list.</summary>
internal static class DefinitionJson
{
    public static void Write(Utf8JsonWriter json, FormDefinition form, PublishedSnapshot snapshot, string culture)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, form.Key);
        json.WriteString("name"u8, form.Name);
        json.WriteString("indicator"u8, form.Indicator);
        json.WriteString("fieldIndicationType"u8, form.Indication.ToString());
        json.WriteBoolean("hideFieldValidation"u8, form.HideFieldValidation);
        json.WriteBoolean("showValidationSummary"u8, form.ShowValidationSummary);
        json.WriteBoolean("disableDefaultStylesheet"u8, form.DisableDefaultStylesheet);
        json.WriteString("previousLabel"u8, form.PreviousLabel);
        json.WriteString("nextLabel"u8, form.NextLabel);
        json.WriteString("submitLabel"u8, form.SubmitLabel);
        WriteEnding(json, form, snapshot, culture);
        json.WriteStartArray("pages"u8);
        foreach (var page in form.Pages) WritePage(json, page);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What happens when it has been sent: a page to go to where there is one, otherwise a message.</summary>
    public static void WriteEnding(Utf8JsonWriter json, FormDefinition form, PublishedSnapshot snapshot, string culture)
    {
        var goTo = form.GoToPageOnSubmit is { } page ? snapshot.Find(page) : null;
        var here = goTo?.In(culture) is null ? null : ContentFragment.Of(goTo, snapshot, culture);
        if (here is null) json.WriteNull("gotoPageOnSubmit"u8);
        else json.WriteString("gotoPageOnSubmit"u8, goTo!.Key);
        json.WritePropertyName("gotoPageOnSubmitRoute"u8);
        if (here is null) json.WriteNullValue();
        else json.WriteRawValue(here.Route.Span, skipInputValidation: true);
        json.WriteString("messageOnSubmit"u8, SubmitMessage.Write(form));
        json.WriteBoolean("messageOnSubmitIsHtml"u8, form.MessageOnSubmitIsHtml);
    }

    private static void WritePage(Utf8JsonWriter json, FormPage page)
    {
        json.WriteStartObject();
        json.WriteString("caption"u8, page.Caption);
        WriteCondition(json, page.Condition);
        json.WriteStartArray("fieldsets"u8);
        foreach (var fieldset in page.Fieldsets)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, fieldset.Id);
            json.WriteString("caption"u8, fieldset.Caption);
            WriteCondition(json, fieldset.Condition);
            json.WriteStartArray("columns"u8);
            foreach (var column in fieldset.Columns) WriteColumn(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, FieldColumn column)
    {
        json.WriteStartObject();
        json.WriteString("caption"u8, column.Caption);
        json.WriteNumber("width"u8, column.Width);
        json.WriteStartArray("fields"u8);
        foreach (var field in column.Fields) WriteField(json, field);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FormField field)
    {
        var kind = FieldKinds.Find(field.Type)!;
        json.WriteStartObject();
        json.WriteString("id"u8, field.Id);
        json.WriteString("alias"u8, field.Alias);
        json.WriteString("caption"u8, field.Caption);
        json.WriteString("helpText"u8, field.HelpText);
        json.WriteString("placeholder"u8, field.Placeholder);
        json.WriteBoolean("required"u8, field.Required);
        json.WriteString("requiredErrorMessage"u8, field.RequiredErrorMessage);
        json.WriteString("pattern"u8, field.Pattern);
        json.WriteString("patternInvalidErrorMessage"u8, field.PatternInvalidErrorMessage);
        WriteCondition(json, field.Condition);
        WritePreValues(json, field.PreValues);
        json.WriteStartObject("settings"u8);
        foreach (var (name, value) in field.Settings) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartObject("type"u8);
        json.WriteString("id"u8, kind.Id);
        json.WriteString("name"u8, kind.Name);
        json.WriteEndObject();
        if (kind == FieldKinds.FileUpload) WriteUploads(json, FileUpload.Options(field));
        json.WriteEndObject();
    }

    private static void WritePreValues(Utf8JsonWriter json, ImmutableArray<PreValue> preValues)
    {
        json.WriteStartArray("preValues"u8);
        foreach (var option in preValues)
        {
            json.WriteStartObject();
            json.WriteString("value"u8, option.Value);
            json.WriteString("caption"u8, option.Caption);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUploads(Utf8JsonWriter json, FileUploadOptions options)
    {
        json.WriteStartObject("fileUploadOptions"u8);
        json.WriteBoolean("allowAllUploadExtensions"u8, options.AllowAll);
        json.WriteStartArray("allowedUploadExtensions"u8);
        foreach (var extension in options.Extensions) json.WriteStringValue(extension);
        json.WriteEndArray();
        json.WriteBoolean("allowMultipleFileUploads"u8, options.AllowMultiple);
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, FieldCondition? condition)
    {
        if (condition is null)
        {
            json.WriteNull("condition"u8);
            return;
        }

        json.WriteStartObject("condition"u8);
        json.WriteString("actionType"u8, condition.Action.ToString());
        json.WriteString("logicType"u8, condition.Logic.ToString());
        json.WriteStartArray("rules"u8);
        foreach (var rule in condition.Rules)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, rule.Field);
            json.WriteString("operator"u8, rule.Operator.ToString());
            json.WriteString("value"u8, rule.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
