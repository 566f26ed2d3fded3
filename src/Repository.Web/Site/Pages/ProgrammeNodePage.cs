using Repository.Core.Publishing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A part of a programme: what it says, and where in the programme it stands.</summary>
internal sealed class ProgrammeNodePage : IItemPage
{
    private static readonly string[] Texts = ["description", "objective", "problem"];
    private static readonly string[] Told = ["code", "programmeLevel", .. Texts];

    public string ContentType => "programmeNode";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var record = RecordModel.Of(request, Told);
        var siblings = item.Item.ParentKey is { } parent ? reader.View.Children(parent) : reader.View.None;
        // Where the name is the description, it needs no saying twice.
        var texts = Fields.Of(values, Texts).Where(field => field.Value is not TextField { Paragraphs: [var only] } || !Says(item.Name, only)).ToList();
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = values.Picked("programmeLevel") is { } level ? reader.Texts["Programme.LevelCode", level.Name, values.Text("code") ?? ""] : record.Kind.Name },
                Summary = null,
                Body =
                [
                    new OursSection { Model = new OursModel("que", "Programme.What", texts) },
                    new AroundSection { Model = AroundModel.Of(item, siblings, reader) },
                    new DoubtsView { Model = record.Trust, Heading = "Doubts.Notes" },
                    .. record.Rest.Concat(record.Facts).Select(field => new FieldSection { Model = field }),
                    new NeighboursView { Model = NeighboursModel.Of(item, siblings, reader), Title = "Neighbours.Parts" },
                ],
                Facts = [],
                AreDoubtsTold = true,
            },
        });
    }

    private static bool Says(string name, string text) => name.Contains(text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The programme around one of its parts: the way down to it, its siblings, and what is below it.</summary>
internal sealed record AroundModel(IReadOnlyList<BranchModel> Above, IReadOnlyList<BranchModel> Siblings, SeenItem Own, int More)
{
    private const int MostSiblings = 40;

    public static AroundModel Of(SeenItem item, ItemSet siblings, SiteReader reader)
    {
        var above = ItemHead.Above(item, reader).Where(ancestor => ancestor.Type is "programme" or "programmeNode").Select(ancestor => BranchModel.Of(ancestor, reader));
        var shown = reader.Seen(siblings, MostSiblings).Select(sibling => BranchModel.Of(sibling, reader) with { Below = sibling.Item.Key == item.Item.Key ? BranchModel.Under(sibling, reader) : [] });
        return new AroundModel([.. above], [.. shown], item, Math.Max(0, siblings.Count - MostSiblings));
    }
}
