using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A campaign: what it is for, and its materials, which are what most people come for.</summary>
internal sealed class CampaignPage : IItemPage
{
    private const int MostMaterials = 60;
    private const int MostMedia = 24;
    private static readonly string[] Told = ["objective", "materials", "mediaItems"];

    public string ContentType => "campaign";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told).WithFacts("convener", "startDate", "endDate", "audiences", "themes", "principles", "region", "municipalities", "plan", "commitment");
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. Fields.Of(values, "objective").Select(objective => new FieldSection { Model = objective }),
                    new CardsSection { Model = ItemsModel.Of("materiales", "Campaign.Materials", values.Picks("materials"), MostMaterials, reader) with { Empty = "Campaign.NoMaterials" } },
                    new MediaSection { Model = [.. values.Media("mediaItems").Take(MostMedia)] },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}
