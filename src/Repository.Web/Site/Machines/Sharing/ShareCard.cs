using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Sharing;

/// <summary>What a link shows in a message: what kind of thing it is, where it is from, what it is called.</summary>
internal sealed record ShareCard(string Kind, string Title, string Site, string Place)
{
    private const int LetterSize = 62;
    private const int LineHeight = 74;
    private const int FirstLine = 190;
    private const double LineWidth = 860.0 / LetterSize;
    private const int MostLines = 4;

    /// <summary>The kind stands in smaller letters; so many of them are as long as a line.</summary>
    private const int LongestKind = 50;

    /// <summary>Of these the title says it all.</summary>
    private static readonly string[] Plain = ["home", "section", "page"];

    private static readonly string Template = Read();

    public static ShareCard Of(SiteReader reader, SeenItem item)
    {
        var isHome = item.Type == "home";
        var kind = Plain.Contains(item.Type) ? "" : KindModel.Of(item.Item.Type, reader.Texts).Name;
        var where = isHome ? null : PlaceOf(item, reader);
        return new ShareCard(
            kind.Length > 0 && where is not null ? $"{kind} · {where}" : kind + where,
            isHome ? reader.Texts["Site.FullName"] : item.Name,
            reader.Texts["Site.Name"],
            reader.Texts["Site.Place"]);
    }

    /// <summary>All that decides what it looks like.</summary>
    public override string ToString() => string.Join('\n', Kind, Title, Site, Place);

    public string Draw()
    {
        var lines = TitleLines.Of(Title, LineWidth, MostLines);
        return Template
            .Replace("{kind}", Escaped(Kind.Length > LongestKind ? $"{Kind[..(LongestKind - 1)]}…" : Kind), StringComparison.Ordinal)
            .Replace("{site}", Escaped(Site), StringComparison.Ordinal)
            .Replace("{place}", Escaped(Place), StringComparison.Ordinal)
            .Replace("{title}", string.Concat(lines.Select((line, number) => string.Create(CultureInfo.InvariantCulture, $"<text x=\"70\" y=\"{FirstLine + (number * LineHeight)}\">{Escaped(line)}</text>"))), StringComparison.Ordinal);
    }

    /// <summary>Its municipality where it has one; otherwise its region.</summary>
    private static string? PlaceOf(SeenItem item, SiteReader reader)
    {
        ImmutableArray<string> municipalities = [.. Facet.Municipality.LabelsOf(item.Item, reader.Snapshot, reader.Culture).Take(2)];
        return municipalities is [var only] ? only : Facet.Region.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault();
    }

    private static string Escaped(string text) => SecurityElement.Escape(XmlText.Legal(text))!;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ShareCard).Assembly.GetManifestResourceStream($"{typeof(ShareCard).FullName}.svg")!);
        return reader.ReadToEnd();
    }
}
