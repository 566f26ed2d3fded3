using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>There is nothing at an address, or no longer: what may help instead.</summary>
internal static class LostPage
{
    public static SitePage Make(SiteReader reader, SiteFrame? frame, string path) => new(
        new PageHead(reader.Texts["Lost.Title"]) { IsHidden = true },
        new LostView { Model = new LostModel(OwnAddress.Of(reader, OwnAddress.Search), Words(path), frame?.Sections ?? []) });

    /// <param name="nearest">What is left on the way to what is gone.</param>
    public static SitePage MakeGone(SiteReader reader, SiteFrame? frame, string path, SeenItem nearest) => new(
        new PageHead(reader.Texts["Gone.Title"]) { IsHidden = true, Section = ItemHead.SectionOf(nearest, reader) },
        new GoneView { Model = new LostModel(OwnAddress.Of(reader, OwnAddress.Search), Words(path), frame?.Sections ?? []) { Nearest = nearest } });

    /// <summary>The last part of the address says best what was looked for.</summary>
    private static string Words(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && last.Length < 200 ? new string([.. last.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Trim() : "";
}

internal sealed record LostModel(string SearchPath, string Typed, IReadOnlyList<SeenItem> Sections)
{
    public SeenItem? Nearest { get; init; }
}
