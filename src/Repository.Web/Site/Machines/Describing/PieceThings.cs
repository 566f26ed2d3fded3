using System.Text.Json.Nodes;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Describing;

/// <summary>Pieces to be shown and passed on: search engines want to know where the file is, what may be done with it and who is to be named.</summary>
internal static class PieceThings
{
    /// <summary>What a person who cannot see or hear it finds instead, by the field that holds it.</summary>
    private static readonly (string Field, string Feature)[] Accessible = [("altText", "alternativeText"), ("textEquivalent", "longDescription"), ("transcript", "transcript"), ("subtitles", "captions"), ("easyRead", "simplifiedText")];

    public static void Material(ThingDraft draft)
    {
        Piece(draft);
        draft.Terms("about", "themes");
        draft.Works("isBasedOn", draft.Values.Picks("practices"), "Article");
    }

    public static void Ruling(ThingDraft draft)
    {
        Piece(draft);
        draft.Terms("about", "matter", "rights");
        draft.Citations();
        draft["isBasedOn"] = Decision(draft);
    }

    public static void Campaign(ThingDraft draft)
    {
        draft.Works("hasPart", draft.Values.Picks("materials"));
        draft.Organisations("publisher", "convener");
        draft.Span("temporalCoverage", "startDate", "endDate");
    }

    private static void Piece(ThingDraft draft)
    {
        draft.Say("creator", draft.Values.Lines("authors"));
        draft.Say("accessibilityFeature", Accessible.Where(pair => draft.Values.Has(pair.Field)).Select(pair => pair.Feature));
        draft.Places("spatialCoverage");
        draft["isAccessibleForFree"] = true;
        draft.Say("acquireLicensePage", draft.Address(draft.Subject.Path));
        var files = draft.Files;
        if (files.Count == 0) return;
        var main = files[0];
        draft["@type"] = TypeOf(main);
        draft.Say("contentUrl", draft.Address(main.Url));
        draft.Say("encodingFormat", ThingDraft.FormatOf(main));
        if (main.Bytes is { } bytes) draft.Say("contentSize", FileSize.Of(bytes));
        if (main.IsAudio || main.IsVideo) draft.Say("duration", draft.Values.Text("duration"));
        if (main.IsVideo) draft.Say("uploadDate", draft.Subject.Item.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (main.IsVideo && LeadPicture.Of(draft.Values) is { } still) draft.Say("thumbnailUrl", draft.Reader.Origin + still.Source);
        draft.Put("associatedMedia", files.Skip(1).Select(other => draft.File("MediaObject", other)));
    }

    private static string TypeOf(Medium main) => main switch
    {
        { IsPicture: true } => "ImageObject",
        { IsAudio: true } => "AudioObject",
        { IsVideo: true } => "VideoObject",
        _ => "MediaObject",
    };

    /// <summary>The ruling that the piece tells of: what is known of it.</summary>
    private static JsonObject Decision(ThingDraft draft)
    {
        var decision = new JsonObject { ["@type"] = "CreativeWork", ["name"] = draft.Values.Text("officialTitle") ?? draft.Subject.Name };
        var told = new ThingDraft(decision, new Pages.ItemRequest(draft.Reader, draft.Subject, QueryCollection.Empty));
        told.Organisations("author", "court");
        told.Day("dateCreated", "rulingDate");
        told.Say("identifier", draft.Values.Text("caseNumber"));
        told.Say("url", draft.Values.Links("publicVersion") is [var version, ..] ? version.Address : null);
        return decision;
    }
}
