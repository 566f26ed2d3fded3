using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>How far what a page says can be trusted: where it comes from, who has checked it, what is in doubt.</summary>
internal sealed record TrustModel(
    bool IsDocumentary, SeenItem? Validation, SeenItem? Confidence, IReadOnlyList<SourceModel> Sources, IReadOnlyList<SeenItem> Flags, IReadOnlyList<string> Notes, string? LastVerified)
{
    /// <summary>A ruling awaits lawyers, everything else its community.</summary>
    public bool IsRuling { get; init; }

    /// <summary>What a documentary sheet is: the word says it that the sheet is marked with.</summary>
    public SeenItem? About { get; init; }

    /// <summary>The fields that are told here.</summary>
    public static readonly string[] Told = ["sheetKind", "validationState", "confidence", "sources", "dataQualityFlags", "verificationNotes", "lastVerified", "reviewOn"];

    public bool IsEmpty => Sources.Count == 0 && Flags.Count == 0 && Notes.Count == 0;

    public static TrustModel Of(Values values) => new(
        values.Picked("sheetKind") is { } kind && kind.Item.Content.Value("key", "") == "documentary",
        values.Picked("validationState"),
        values.Picked("confidence"),
        [.. values.Blocks("sources").Select(SourceModel.Of)],
        values.Picks("dataQualityFlags"),
        Fields.Paragraphs(values.Text("verificationNotes")),
        values.Date("lastVerified"))
    {
        IsRuling = values.Type.Alias == "sentenceInfographic",
        About = values.Picked("sheetKind"),
    };
}

/// <summary>One source, as a page cites it.</summary>
internal sealed record SourceModel(string Title, string? Publisher, string? Year, string? Note, string? Address, SeenItem? Document, string? AccessedOn)
{
    public static SourceModel Of(BlockValues source) => new(
        source.Text("title") ?? "",
        source.Text("publisher"),
        source.Date("year"),
        source.Text("note"),
        source.Links("link") is [var link, ..] ? link.Address : null,
        source.Picked("document"),
        source.Date("accessedOn"));
}
