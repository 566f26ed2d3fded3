using System.Collections.Immutable;

namespace Repository.Web.Site.Reading;

/// <summary>One filled-in property as a page tells it: the name the schema gives it, and its value in one of a few forms.</summary>
/// <param name="LabelLang">The language of the name where that is not the page's.</param>
internal sealed record Field(string Alias, string Label, string? LabelLang, FieldValue Value, string? Lang);

internal abstract record FieldValue;

internal sealed record TextField(ImmutableArray<string> Paragraphs) : FieldValue;

internal sealed record ListField(ImmutableArray<string> Lines) : FieldValue;

internal sealed record ItemsField(IReadOnlyList<SeenItem> Items) : FieldValue;

internal sealed record LinksField(IReadOnlyList<SeenLink> Links) : FieldValue;

internal sealed record MediaField(IReadOnlyList<Medium> Media) : FieldValue;

internal sealed record RichField(RichText Text) : FieldValue;

internal sealed record BlocksField(IReadOnlyList<BlockFields> Blocks) : FieldValue;

/// <summary>A block: what it is called, and its other fields.</summary>
internal sealed record BlockFields(string? Title, IReadOnlyList<Field> Fields);
