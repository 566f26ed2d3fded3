using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms;

/// <summary>A definition that holds together: every kind known, every condition answerable. Immutable, thread-safe.</summary>
public sealed class Form
{
    private readonly FrozenDictionary<Guid, BoundField> _byId;
    private readonly FrozenDictionary<string, BoundField> _byAlias;

    private Form(FormDefinition definition)
    {
        Definition = definition;
        Fields = [.. Bind(definition)];
        _byId = Fields.ToFrozenDictionary(bound => bound.Field.Id);
        _byAlias = Fields.ToFrozenDictionary(bound => bound.Field.Alias, StringComparer.Ordinal);
        Hash = FormJson.Hash(definition);
    }

    public FormDefinition Definition { get; }

    public string Hash { get; }

    /// <summary>In the order people meet them.</summary>
    public ImmutableArray<BoundField> Fields { get; }

    /// <summary>The form, or everything that keeps the definition from being one.</summary>
    public static FormCompilation Compile(FormDefinition definition) =>
        FormCheck.Problems(definition) is { IsEmpty: false } problems ? new FormCompilation.Refused(problems) : new FormCompilation.Built(new Form(definition));

    public BoundField? Find(Guid id) => _byId.GetValueOrDefault(id);

    public BoundField? Find(string alias) => _byAlias.GetValueOrDefault(alias);

    public FilledForm Fill(Submission submission, FormPlaces places) => new(this, submission, places);

    private static IEnumerable<BoundField> Bind(FormDefinition definition) =>
        from page in definition.Pages.Index()
        from fieldset in page.Item.Fieldsets
        from column in fieldset.Columns
        from field in column.Fields
        select new BoundField(field, FieldKinds.Find(field.Type)!, page.Index, [.. ((FieldCondition?[])[page.Item.Condition, fieldset.Condition, field.Condition]).OfType<FieldCondition>()])
        {
            Pattern = field.Pattern.Length > 0 ? FieldPattern.Read(field.Pattern) : null,
        };
}

/// <summary>A field in its place: its kind, its page, and every condition between the form and it.</summary>
public sealed record BoundField(FormField Field, IFieldKind Kind, int Page, ImmutableArray<FieldCondition> Chain)
{
    public Regex? Pattern { get; init; }
}

public abstract record FormCompilation
{
    public sealed record Built(Form Form) : FormCompilation;

    public sealed record Refused(ImmutableArray<FormProblem> Problems) : FormCompilation;
}

/// <summary>What is wrong with a definition: where, and why.</summary>
public sealed record FormProblem(string Where, string Reason);
