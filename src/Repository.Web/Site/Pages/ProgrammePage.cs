using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A programme as a tree: axes, strategies, lines of action.</summary>
internal sealed class ProgrammePage : IItemPage
{
    private static readonly string[] Told = ["generalObjective", "specificObjectives"];

    public string ContentType => "programme";

    public SitePage Make(ItemRequest request)
    {
        var record = RecordModel.Of(request, Told);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    new OursSection { Model = new OursModel("objetivo", "Plan.Objective", Fields.Of(request.Values, Told)) },
                    new TreeSection { Model = BranchModel.Under(request.Item, request.Reader) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>A part of a programme with what is below it.</summary>
internal sealed record BranchModel(SeenItem Item, string? Code, string? Level, string? Text, IReadOnlyList<BranchModel> Below)
{
    private const int Deepest = 6;
    private const int MostBelow = 100;

    /// <summary>The code, where the name does not begin with it.</summary>
    public string? OwnCode => Code is null || Item.Name.StartsWith(Code, StringComparison.Ordinal) ? null : Code;

    public static IReadOnlyList<BranchModel> Under(SeenItem item, SiteReader reader, int depth = 0) => depth > Deepest
        ? []
        : [.. reader.Seen(reader.View.Children(item.Item.Key), MostBelow).Select(child => Of(child, reader) with { Below = Under(child, reader, depth + 1) })];

    /// <summary>Without what is below it.</summary>
    public static BranchModel Of(SeenItem item, SiteReader reader)
    {
        var values = reader.Values(item);
        return new BranchModel(item, values.Text("code"), values.Picked("programmeLevel")?.Name, values.Text("objective") ?? values.Text("description"), []);
    }
}
