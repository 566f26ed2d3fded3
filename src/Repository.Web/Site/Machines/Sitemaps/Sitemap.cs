using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines.Sitemaps;

/// <summary>
/// Every public page of the site, each once, for search engines. A large site has several parts and an index of them. Listed once for each state of the content; a part is
/// written when it is first asked for, since it looks for the picture of each item.
/// </summary>
internal sealed class Sitemap
{
    private readonly ImmutableArray<SitemapPlace>[] _parts;
    private readonly MachineDocument?[] _written;
    private readonly Lock _writing = new();

    private Sitemap(PublishedSnapshot snapshot, int size)
    {
        _parts = [.. SitemapPlace.All(snapshot).Chunk(size).Select(ImmutableArray.Create)];
        _written = new MachineDocument?[_parts.Length];
    }

    /// <summary>All pages or, where there are too many, the index of the parts.</summary>
    public static MachineDocument Front(SiteReader reader, SitemapSize size)
    {
        var map = Of(reader, size);
        return map._parts.Length == 1 ? map.Written(reader, 0) : MachineDocument.Of(MachineDocument.Xml, map.WriteIndex);
    }

    /// <summary>A part by its number, the first of which is 1; null when there is none, or only one.</summary>
    public static MachineDocument? Part(SiteReader reader, SitemapSize size, int number)
    {
        var map = Of(reader, size);
        return map._parts.Length > 1 && number >= 1 && number <= map._parts.Length ? map.Written(reader, number - 1) : null;
    }

    private static Sitemap Of(SiteReader reader, SitemapSize size) => reader.Snapshot.View(ItemKind.Document, ItemContent.Invariant).Kept.Get(
        ItemContent.Invariant, (reader.Snapshot, size), static made => new Sitemap(made.Snapshot, made.size.Pages));

    /// <summary>However many ask, one part is written at a time, and each once.</summary>
    private MachineDocument Written(SiteReader reader, int part)
    {
        if (Volatile.Read(ref _written[part]) is { } known) return known;
        lock (_writing) return _written[part] ??= MachineDocument.Of(MachineDocument.Xml, output => Write(output, _parts[part], reader));
    }

    private static void Write(HtmlOutput output, ImmutableArray<SitemapPlace> places, SiteReader reader)
    {
        output.Literal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">

            """);
        // Kept for all who ask, in whatever language.
        var standard = reader with { Culture = reader.DefaultCulture };
        foreach (var place in places) Write(output, place, standard);
        output.Literal("</urlset>\n");
    }

    private void WriteIndex(HtmlOutput output)
    {
        output.Literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var part = 0; part < _parts.Length; part++)
        {
            output.Literal(string.Create(CultureInfo.InvariantCulture, $"<sitemap><loc>{MachineDocument.Site}/sitemap-{part + 1}.xml</loc>"));
            WriteTime(output, _parts[part].Max(place => place.UpdatedAt));
            output.Literal("</sitemap>\n");
        }

        output.Literal("</sitemapindex>\n");
    }

    private static void Write(HtmlOutput output, SitemapPlace place, SiteReader reader)
    {
        output.Literal("<url><loc>");
        WriteAddress(output, place.Path);
        output.Literal("</loc>");
        WriteTime(output, place.UpdatedAt);
        var variants = place.Variants(reader.Snapshot);
        foreach (var (language, path) in variants) WriteVariant(output, language, path);
        if (LanguageVariants.Default(variants, reader.DefaultCulture) is { } standard) WriteVariant(output, "x-default", standard);
        if (place.Item is { } item && LeadPicture.IsOf(item.Type) && LeadPicture.Of(reader.Values(reader.See(item))) is { } picture)
        {
            output.Literal($"<image:image><image:loc>{MachineDocument.Site}");
            output.Text(picture.Source);
            output.Literal("</image:loc></image:image>");
        }

        output.Literal("</url>\n");
    }

    private static void WriteVariant(HtmlOutput output, string language, string path)
    {
        output.Literal($"<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"");
        WriteAddress(output, path);
        output.Literal("\"/>");
    }

    private static void WriteAddress(HtmlOutput output, string path)
    {
        output.Literal(MachineDocument.Site);
        output.Text(new PathString(path).ToUriComponent());
    }

    private static void WriteTime(HtmlOutput output, DateTimeOffset? at)
    {
        if (at is { } time) output.Literal($"<lastmod>{time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</lastmod>");
    }
}

/// <summary>How many pages stand in one part of the sitemap. Search engines take 50,000; a fifth of that is a file of a few megabytes.</summary>
internal sealed record SitemapSize(int Pages = 10_000);
