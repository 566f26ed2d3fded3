using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>Sections that are read by an order of their own as long as nobody searches in them: words by letter, municipalities by region, rulings by month.</summary>
internal static class SectionIndexes
{
    /// <summary>Where words stand that begin with no letter: behind the others.</summary>
    private const string Other = "#";

    private static readonly CompareInfo Spanish = CultureInfo.GetCultureInfo("es-MX").CompareInfo;

    /// <summary>Null for a section that is an ordinary list. Made once for each state of the content; for a visitor who chose something, whose links are their own, anew.</summary>
    public static View? Of(SiteReader reader, SeenItem section, ItemSet children) => IsAll(reader, children, Recognition.ContentType)
        // What holds follows the clock: nothing of it is kept.
        ? new RecognitionsIndex { Model = RecognitionsIndexModel.Of(reader, children) }
        : reader.Chosen is not null
        ? Made(reader, children)?.Invoke()
        : reader.View.Kept.Get(section.Item.Key.ToString(), (reader, children), static made => new Index(Made(made.reader, made.children))).Show?.Invoke();

    private static Func<View>? Made(SiteReader reader, ItemSet children)
    {
        if (children.Count == 0) return null;
        var first = reader.View[children.Page(0, 1).First()].Type.Alias;
        // A section may hold a few things of another kind besides; then it is an ordinary list.
        if (children.And(reader.View.OfType(first)).Count < children.Count) return null;
        return first switch
        {
            "glossaryTerm" => Letters(reader, children),
            "municipality" => Regions(reader, children),
            "sentenceInfographic" => Months(reader, children),
            _ => null,
        };
    }

    private static bool IsAll(SiteReader reader, ItemSet children, string type) => children.Count > 0 && children.And(reader.View.OfType(type)).Count == children.Count;

    /// <summary>Each writing needs a view of its own; what the views show is shared.</summary>
    private sealed record Index(Func<View>? Show);

    private static Func<View> Letters(SiteReader reader, ItemSet children)
    {
        var words = reader.Seen(children).Select(word => new WordModel(word, SiteReader.Summary(word))).OrderBy(word => word.Item.Name, StringComparer.Create(CultureInfo.GetCultureInfo("es-MX"), CompareOptions.IgnoreCase));
        IReadOnlyList<(string, IReadOnlyList<WordModel>)> model = [.. words.GroupBy(word => LetterOf(word.Item.Name)).OrderBy(letter => letter.Key == Other).Select(letter => (letter.Key, (IReadOnlyList<WordModel>)[.. letter]))];
        return () => new LettersIndex { Model = model };
    }

    /// <summary>Á stands under A, Ñ by itself.</summary>
    private static string LetterOf(string name)
    {
        foreach (var letter in "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")
        {
            if (Spanish.Compare(name, 0, 1, letter.ToString(), 0, 1, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase) == 0) return letter.ToString();
        }

        return Other;
    }

    private static Func<View> Regions(SiteReader reader, ItemSet children)
    {
        var regions = reader.Seen(children)
            .GroupBy(municipality => Facet.Region.LabelsOf(municipality.Item, reader.Snapshot, reader.Culture).FirstOrDefault() ?? "")
            .OrderBy(region => region.Key, StringComparer.CurrentCulture)
            .Select(region => (region.Key, (IReadOnlyList<LinkedItem>)[.. region.OrderBy(municipality => municipality.Name, StringComparer.CurrentCulture).Select(municipality => new LinkedItem(municipality, reader.Carry(municipality.Path)))]));
        IReadOnlyList<(string, IReadOnlyList<LinkedItem>)> model = [.. regions];
        return () => new RegionsIndex { Model = model };
    }

    private static Func<View> Months(SiteReader reader, ItemSet children)
    {
        var rulings = reader.Seen(children).Select(ruling => RulingModel.Of(ruling, reader)).OrderByDescending(ruling => ruling.Month, StringComparer.Ordinal).ToList();
        var model = new MonthsModel(
            [.. rulings.GroupBy(ruling => ruling.Month).Select(month => (DateWords.Of(month.Key, reader.Texts), (IReadOnlyList<RulingModel>)[.. month]))],
            Counted(rulings.Select(ruling => ruling.Matter)),
            Counted(rulings.Select(ruling => ruling.Court)),
            Counted(rulings.SelectMany(ruling => ruling.Rights)));
        return () => new MonthsIndex { Model = model };
    }

    private static IReadOnlyList<(SeenItem Item, int Count)> Counted(IEnumerable<SeenItem?> items) =>
        [.. items.OfType<SeenItem>().GroupBy(item => item.Path).OrderByDescending(same => same.Count()).Select(same => (same.First(), same.Count()))];
}

/// <summary>All recognitions by what the clock says of them, those that hold first.</summary>
internal sealed record RecognitionsIndexModel(IReadOnlyList<(string State, string Anchor, IReadOnlyList<RecognitionModel> Recognitions)> States, int Count)
{
    private static readonly RecognitionState?[] Order = [RecognitionState.InForce, RecognitionState.Expiring, RecognitionState.Upcoming, RecognitionState.Renewed, RecognitionState.Expired, RecognitionState.Revoked, null];

    public static RecognitionsIndexModel Of(SiteReader reader, ItemSet items)
    {
        var byState = reader.Seen(items).ToLookup(item => reader.Almanac.Recognition(item.Item.Key)?.At(reader.Now));
        return new RecognitionsIndexModel(
            [
                .. from state in Order
                   where byState.Contains(state)
                   select (reader.Texts[$"RecognitionsIn.{state?.ToString() ?? "Unknown"}"].Value, $"estado-{state?.ToString().ToLowerInvariant() ?? "sin-fecha"}", (IReadOnlyList<RecognitionModel>)[.. byState[state].Select(item => RecognitionModel.Of(item, reader))]),
            ],
            items.Count);
    }
}

internal sealed record MonthsModel(
    IReadOnlyList<(string Month, IReadOnlyList<RulingModel> Rulings)> Months, IReadOnlyList<(SeenItem Item, int Count)> Matters, IReadOnlyList<(SeenItem Item, int Count)> Courts, IReadOnlyList<(SeenItem Item, int Count)> Rights);

internal sealed record RulingModel(SeenItem Item, string Month, SeenItem? Court, SeenItem? Matter, IReadOnlyList<SeenItem> Rights)
{
    private const int MonthLength = 7;

    public static RulingModel Of(SeenItem ruling, SiteReader reader)
    {
        var values = reader.Values(ruling);
        var date = values.Text("rulingDate") ?? "";
        return new RulingModel(ruling, date.Length > MonthLength ? date[..MonthLength] : date, values.Picked("court"), values.Picked("matter"), values.Picks("rights"));
    }
}
