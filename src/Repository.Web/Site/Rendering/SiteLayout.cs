using System.Globalization;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Pages;
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

    public string SearchPath => OwnAddress.Of(Reader, OwnAddress.Search);

    /// <summary>What was asked for; null for a page that was not.</summary>
    public ListingAddress? Asked { get; init; }

    /// <summary>The municipality the visitor chose, with the ways to another one and to none. The page where it is chosen does without.</summary>
    public HereModel? Here => Asked is { } asked && Reader.Chosen is { } chosen && Head.Path != OwnAddress.Of(Reader, OwnAddress.MyMunicipality) ? HereModel.Of(chosen, asked, Reader) : null;

    /// <summary>How browsers learn to search in the language of the page.</summary>
    public string SearchDescription => Reader.Culture == Reader.DefaultCulture ? Machines.SearchDescription.Address : $"{Machines.SearchDescription.Address}?lang={Reader.Culture}";

    public string? Canonical => Head.Path is { } path ? Address(path) : null;

    /// <summary>Where readers are led whose language the page is not written in.</summary>
    public string? AnyLanguage => LanguageVariants.Default(Head.Alternates, Reader.DefaultCulture) is { } path ? Address(path) : null;

    public SafeMarkup JsonLd => Rendering.JsonLd.Write(Head, Reader.Origin);

    /// <summary>A path of the site as a whole address.</summary>
    public string Address(string path) => Reader.Origin + new PathString(path).ToUriComponent();

    public string LanguageName(string tag) => Reader.Snapshot.Schema.Languages.FirstOrDefault(language => language.Tag == tag) is { } known ? CultureInfo.GetCultureInfo(known.Tag).NativeName : tag;

    public bool IsCurrent(SeenItem section) => Head.Path is { } path && path.StartsWith(section.Path, StringComparison.Ordinal);
}
