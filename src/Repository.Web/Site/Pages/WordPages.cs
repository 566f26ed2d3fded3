using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A word of the glossary: what it means, how else it is said, where it appears.</summary>
internal sealed class GlossaryTermPage : IItemPage
{
    private const int MostUses = 6;

    /// <summary>Where a word is worth showing in use.</summary>
    private static readonly string[] InUse = ["practice", "outreachMaterial", "sentenceInfographic"];

    public string ContentType => "glossaryTerm";

    public SitePage Make(ItemRequest request)
    {
        var reader = request.Reader;
        var record = RecordModel.Of(request);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new CardsSection { Model = new ItemsModel("usos", "Glossary.Uses", Uses(request)) { Address = $"{OwnAddress.Of(reader, OwnAddress.Search)}?q={Uri.EscapeDataString(request.Item.Name)}", AddressText = "Glossary.Search" } },
                ],
            },
        });
    }

    private static List<ListedItem> Uses(ItemRequest request)
    {
        var reader = request.Reader;
        var quoted = $"\"{request.Item.Name.Replace("\"", "", StringComparison.Ordinal)}\"";
        if (SearchText.Read(quoted, reader.View) is not { } text) return [];
        var found = new FoundItems(reader.Searchable, reader.View, text);
        var among = found.All.And(ItemSet.Union(reader.View.Count, InUse.Select(reader.View.OfType)));
        return [.. found.Best(among, MostUses).Select(hit => ListedItem.Of(reader.See(reader.View[hit.Ordinal]), reader))];
    }
}

/// <summary>A word of a vocabulary: what it means and which items are described by it.</summary>
internal sealed class TermPage : IItemPage
{
    private const int MostShown = 20;
    private const int MostNarrower = 60;
    private static readonly string[] Told = ["location", "colour", "isCore"];

    public string ContentType => "term";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        var record = RecordModel.Of(request, Told);
        var key = item.Item.Key.ToString();
        var uses = Facet.All.Select(facet => (Facet: facet, Items: reader.View.With(facet, key))).Where(use => use.Items.Count > 0).ToList();
        var all = ItemSet.Union(reader.View.Count, uses.Select(use => use.Items));
        var name = item.Item.Content.Value("key", "") is { Length: > 0 } own ? own : key;
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new HitsSection
                    {
                        Model = new ItemsModel("contenidos", "Term.Items", [.. reader.Seen(all, MostShown).Select(used => ListedItem.Of(used, reader))])
                        {
                            Address = uses is [var use] ? $"{OwnAddress.Of(reader, OwnAddress.Search)}?{use.Facet.Alias}={Uri.EscapeDataString(name)}" : null,
                            AddressText = "Term.All",
                            More = uses.Count == 1 ? 0 : Math.Max(0, all.Count - MostShown),
                        },
                    },
                    new HitsSection { Model = ItemsModel.Of("contiene", "Term.Narrower", reader.View.Children(item.Item.Key), MostNarrower, reader) },
                ],
            },
        });
    }
}

/// <summary>A vocabulary: all its words with what they mean.</summary>
internal sealed class VocabularyPage : IItemPage
{
    private const int MostWords = 250;

    public string ContentType => "vocabulary";

    public SitePage Make(ItemRequest request)
    {
        var reader = request.Reader;
        var record = RecordModel.Of(request);
        var words = reader.View.Children(request.Item.Item.Key);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new WordsSection { Model = new WordsModel([.. reader.Seen(words, MostWords).Select(word => new WordModel(word, SiteReader.Summary(word)))], words.Count) },
                ],
            },
        });
    }
}

/// <summary>The first words of a vocabulary, and how many there are.</summary>
internal sealed record WordsModel(IReadOnlyList<WordModel> First, int Count);

/// <summary>A word with what it means.</summary>
internal sealed record WordModel(SeenItem Item, string? Meaning);
