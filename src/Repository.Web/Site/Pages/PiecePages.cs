using Repository.Web.Media.Kits;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>An outreach material: what it looks or sounds like, what one can do with it, and the same in text.</summary>
internal sealed class OutreachMaterialPage : IItemPage
{
    private static readonly string[] Told = ["preview", "files", "description", "textEquivalent", "transcript", "altText", "socialCopies", "subtitles", "declaredFigures", "personConsents", "replacedBy", "duration"];

    public string ContentType => "outreachMaterial";

    public SitePage Make(ItemRequest request)
    {
        var values = request.Values;
        var record = RecordModel.Of(request, Told);
        var piece = PieceModel.Of(request);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = values.Picked("kind")?.Name ?? record.Kind.Name },
                Body =
                [
                    new PreviewView { Model = piece },
                    new DownloadsSection { Model = piece },
                    new CreditSection { Model = piece },
                    .. Fields.Of(values, "description").Select(field => new FieldSection { Model = field with { Label = request.Reader.Texts["Piece.Description"], LabelLang = null } }),
                    new EquivalentSection { Model = values },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>A ruling: easy reading first, then a little more, then the picture.</summary>
internal sealed class SentenceInfographicPage : IItemPage
{
    private static readonly string[] Layers = ["factsInBrief", "legalQuestion", "decision", "genderReasoning", "effect"];

    private static readonly string[] Told =
    [
        "preview", "files", "textEquivalent", "transcript", "altText", "socialCopies", "declaredFigures", "personConsents", "replacedBy", "easyRead", "summary",
        "privacyChecklist", "privacyReviewedBy", "privacyReviewedOn", "publicVersionHash", "promisedOn", .. Layers,
    ];

    public string ContentType => "sentenceInfographic";

    public SitePage Make(ItemRequest request)
    {
        var values = request.Values;
        var record = RecordModel.Of(request, Told);
        var piece = PieceModel.Of(request);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Summary = values.Has("easyRead") ? null : record.Summary,
                Body =
                [
                    new EasyReading { Model = values.Rich("easyRead") },
                    new LayersSection { Model = Fields.Of(values, Layers) },
                    new PreviewView { Model = piece },
                    new DownloadsSection { Model = piece },
                    new CreditSection { Model = piece },
                    new EquivalentSection { Model = values },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>What can be shown and taken along of a piece.</summary>
internal sealed record PieceModel(Medium? Preview, IReadOnlyList<PieceFile> Files, MaterialKit? Kit, string Address, bool HasEquivalent)
{
    public static PieceModel Of(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var files = PieceFile.Of(values);
        var preview = values.Media("preview") is [var shown, ..] ? shown : files.Select(file => file.Medium).FirstOrDefault(medium => medium.IsPicture);
        var kit = reader.Kits.Of(reader.Snapshot, request.Item.Item.Key, reader.Site);
        return new PieceModel(
            preview, files, kit, reader.Origin + request.Item.Path,
            values.Has("textEquivalent") || values.Has("transcript"));
    }
}

/// <summary>A file with what it is for.</summary>
internal sealed record PieceFile(Medium Medium, string? Role, string? Language, string? Note)
{
    public static IReadOnlyList<PieceFile> Of(Values values) =>
        [.. values.Blocks("files").SelectMany(file => file.Media("file").Select(medium => new PieceFile(medium, file.Picked("role")?.Name, file.Picked("language")?.Name, file.Text("note"))))];
}
