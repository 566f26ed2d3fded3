using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>Contents that someone brought together, in the order to read them in.</summary>
internal sealed class CollectionPage : IItemPage
{
    private const int MostItems = 60;
    private static readonly string[] Told = ["items", "intro"];

    public string ContentType => "collection";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    new RichTextView { Model = values.Rich("intro") },
                    new CardsSection { Model = ItemsModel.Of("contenidos", "Collection.Items", values.Picks("items"), MostItems, reader) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>A page or a piece of news: what someone wrote, as it was written. What a form says when it was sent is not for before.</summary>
internal sealed class WrittenPage(string contentType) : IItemPage
{
    private const int MostRelated = 12;
    private const int MostBelow = 60;
    private static readonly string[] Told = ["body", "sections", "intro", "image", "relatedItems", "thanks"];

    public string ContentType => contentType;

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. values.Media("image").Select(image => new MediumView { Model = image }),
                    new WrittenView { Model = values },
                    new CardsSection { Model = ItemsModel.Of("relacionado", "Written.Related", values.Picks("relatedItems"), MostRelated, reader) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new HitsSection { Model = ItemsModel.Of("contiene", "Record.Below", reader.View.Children(request.Item.Item.Key), MostBelow, reader) },
                ],
            },
        });
    }
}
