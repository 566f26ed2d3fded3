using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>The picture that stands for an item where one must do: beside a shared link, in a search engine's list of pictures.</summary>
internal static class LeadPicture
{
    private static readonly string[] Places = ["socialImage", "coverImage", "preview", "image"];

    /// <summary>Do items of the type have such a picture at all? It is known without reading any of them.</summary>
    public static bool IsOf(ContentType type) => Places.Any(alias => type.Property(alias) is not null);

    public static Medium? Of(Values values) => Places.SelectMany(values.Media).FirstOrDefault(medium => medium is { IsPicture: true, IsDrawing: false });
}
