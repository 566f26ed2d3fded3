using Repository.Web.Site.Listing;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>Contents that someone brought together, in the order to read them in.</summary>
internal sealed class CollectionPage : IItemPage
{
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
                    new CardsSection { Model = new ItemsModel("contenidos", "Collection.Items", [.. values.Picks("items").Select(item => ListedItem.Of(item, reader))]) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>A page or a piece of news: what someone wrote, as it was written.</summary>
internal sealed class WrittenPage(string contentType) : IItemPage
{
    private static readonly string[] Told = ["body", "sections", "intro", "image", "relatedItems"];

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
                    new CardsSection { Model = new ItemsModel("relacionado", "Written.Related", [.. values.Picks("relatedItems").Select(item => ListedItem.Of(item, reader))]) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new HitsSection { Model = new ItemsModel("contiene", "Record.Below", [.. reader.Seen(reader.View.Children(request.Item.Item.Key)).Select(child => ListedItem.Of(child, reader))]) },
                ],
            },
        });
    }
}
