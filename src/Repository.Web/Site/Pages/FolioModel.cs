using Repository.Web.Calls;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>Where the folio of a recognition is asked for, and what is known of the one that was.</summary>
/// <param name="Asked">Null when nobody has asked yet.</param>
internal sealed record FolioModel(string Action, string? Asked, IReadOnlyList<FoundRecognition> Found)
{
    public const string Parameter = "folio";

    /// <summary>What is longer is no folio.</summary>
    public const int Longest = 60;

    /// <summary>Null in every section but that of the recognitions.</summary>
    public static FolioModel? Of(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        if (RecognitionSection.In(reader.View) != item.Item.Key) return null;
        if (request.Query[Parameter].ToString().Trim() is not { Length: > 0 } said) return new FolioModel(item.Path, null, []);
        var asked = said.Length > Longest ? said[..Longest] : said;
        return new FolioModel(item.Path, asked, [.. RecognitionFolios.Of(reader.View).Find(said).Select(found => FoundRecognition.Of(reader.See(found), reader))]);
    }
}

/// <summary>A recognition that has the folio: which it is, and whether it holds at this moment.</summary>
internal sealed record FoundRecognition(RecognitionModel Recognition, RecognitionTermModel Term)
{
    public static FoundRecognition Of(SeenItem recognition, SiteReader reader) => new(RecognitionModel.Of(recognition, reader), RecognitionTermModel.Of(reader.Values(recognition)));
}
