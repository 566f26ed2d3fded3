using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>The page of any item: what it says of itself, field by field, and what is below it.</summary>
internal sealed class RecordPage(string contentType) : IItemPage
{
    private const int MostBelow = 60;

    public string ContentType => contentType;

    public SitePage Make(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        var record = RecordModel.Of(request);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new HitsSection { Model = ItemsModel.Of("contiene", "Record.Below", reader.View.Children(item.Item.Key), MostBelow, reader) },
                ],
            },
        });
    }
}
