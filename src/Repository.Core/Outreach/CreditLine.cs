using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Repository.Core.Outreach;

/// <summary>What a credit line is made of. Whatever is not known is empty; an address that is none of the web counts as not known.</summary>
public sealed record CreditFacts
{
    public required string Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>How the editors want the makers to be named.</summary>
    public string Credit { get; init; } = "";

    public string Year { get; init; } = "";

    public required string Licence { get; init; }

    /// <summary>Where the licence's own text stands, as the vocabulary knows it.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>The page of the material, with the site in front.</summary>
    public string? Source { get; init; }
}

/// <summary>How a material is to be credited, in three forms: to be read on a page, to be pasted into one, and as plain text with every address spelled out. Pure.</summary>
public sealed record CreditLine
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private CreditLine(string plain, string html)
    {
        Plain = plain;
        Html = html;
    }

    public string Plain { get; }

    /// <summary>Markup with links to the material and to the licence.</summary>
    public string Html { get; }

    /// <summary>The markup as text: what a page shows for people to copy.</summary>
    public string Snippet => Encoder.Encode(Html);

    public static CreditLine Of(CreditFacts facts)
    {
        var source = Web(facts.Source);
        var licence = Web(facts.LicenceAddress);
        string[] makers = [.. facts.Authors.Append(facts.Credit).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] tail = [.. makers, .. new[] { facts.Year.Trim() }.Where(year => year.Length > 0)];
        var plain = $"{string.Join(", ", tail.Prepend($"«{facts.Title}»"))}. Licencia: {facts.Licence}{(licence is null ? "" : $" ({licence})")}.{(source is null ? "" : $" Fuente: {source}")}";
        var title = Linked($"«{facts.Title}»", source, "");
        var html = $"{string.Join(", ", tail.Select(Encoder.Encode).Prepend(title))}. Licencia: {Linked(facts.Licence, licence, " rel=\"license\"")}.";
        return new CreditLine(plain, html);
    }

    private static string Linked(string text, string? address, string attributes) =>
        address is null ? Encoder.Encode(text) : $"<a href=\"{Encoder.Encode(address)}\"{attributes}>{Encoder.Encode(text)}</a>";

    private static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
