using System.Globalization;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Rendering;

/// <summary>A page with everything around it.</summary>
internal sealed record SiteLayout(SitePage Page, SiteReader Reader, SiteFrame? Frame)
{
    public PageHead Head => Page.Head;

    public string SiteName => Frame?.Name ?? Reader.Texts["Site.Name"];

    /// <summary>The search page is a section like any other in the navigation.</summary>
    public bool IsSearch => Head.Path == SearchPath;

    /// <summary>What the tab of a browser is called.</summary>
    public string Title => Head.Path == HomePath ? Reader.Texts["Site.FullName"] : Reader.Texts["Site.Title", Head.Title, Reader.Texts["Site.FullName"]];

    /// <summary>The main address, or the address of the search page in the language of this one.</summary>
    public string HomePath => Frame?.Home.Path ?? "/";

    public string SearchPath => SearchAddress.Of(Reader);

    public string? Canonical => Head.Path is { } path ? Reader.Origin + new PathString(path).ToUriComponent() : null;

    public SafeMarkup JsonLd => Rendering.JsonLd.Write(Head, Reader.Origin, SiteName);

    public string LanguageName(string tag) => Reader.Snapshot.Schema.Languages.FirstOrDefault(language => language.Tag == tag) is { } known ? CultureInfo.GetCultureInfo(known.Tag).NativeName : tag;

    public bool IsCurrent(SeenItem section) => Head.Path is { } path && path.StartsWith(section.Path, StringComparison.Ordinal);
}
