using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Designs;

/// <summary>The words our own designs are written in. Keys come from the form's key and the alias, so that the same question is the same in every installation.</summary>
internal sealed class FormDraft(string alias)
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static readonly Guid Space = DerivedKey.Of(Dns, "community-practices-repository");

    /// <summary>The key that content names the form by.</summary>
    public Guid Key { get; } = DerivedKey.Of(Space, $"form:{alias}");

    public FormField Field(IFieldKind kind, string name, string caption, bool required = false, string help = "") => new()
    {
        Id = FieldKey(name),
        Alias = name,
        Caption = caption,
        Type = kind.Id,
        Required = required,
        HelpText = help,
    };

    public Fieldset Set(string name, string caption, params ReadOnlySpan<FormField> fields) => new(DerivedKey.Of(Key, $"fieldset:{name}"), caption, null, [new FieldColumn("", 0, [.. fields])]);

    public Fieldset Side(string name, string caption, params ReadOnlySpan<FormField> fields)
    {
        var width = Math.Max(1, 12 / fields.Length);
        var columns = ImmutableArray.CreateBuilder<FieldColumn>(fields.Length);
        foreach (var field in fields) columns.Add(new FieldColumn("", width, [field]));
        return new(DerivedKey.Of(Key, $"fieldset:{name}"), caption, null, columns.ToImmutable());
    }

    public static FormPage Page(string caption, params ImmutableArray<Fieldset> fieldsets) => new(caption, null, fieldsets);

    public FieldCondition ShowWhen(string name, params ImmutableArray<string> values) =>
        new(ConditionAction.Show, ConditionLogic.Any, [.. values.Select(value => new ConditionRule(FieldKey(name), ConditionOperator.Is, value))]);

    public FieldCondition HideWhenEmpty(string name) => new(ConditionAction.Hide, ConditionLogic.All, [new ConditionRule(FieldKey(name), ConditionOperator.Is, "")]);

    private Guid FieldKey(string name) => DerivedKey.Of(Key, $"field:{name}");
}

internal static class FormDraftWords
{
    extension(FormPage page)
    {
        public FormPage When(FieldCondition condition) => page with { Condition = condition };
    }

    extension(Fieldset set)
    {
        public Fieldset When(FieldCondition condition) => set with { Condition = condition };
    }

    extension(FormField field)
    {
        public FormField When(FieldCondition condition) => field with { Condition = condition };

        public FormField Choices(params IEnumerable<PreValue> choices) => field with { PreValues = [.. choices] };

        public FormField Set(string setting, string value) => value.Length == 0 ? field : field with { Settings = field.Settings.SetItem(setting, value) };

        public FormField Files(int most, int megabytes, params ImmutableArray<string> extensions) =>
            field with { Uploads = new FileUploadOptions(false, extensions, most > 1) { MaxFiles = most, MaxBytes = megabytes * 1024L * 1024 } };
    }
}
