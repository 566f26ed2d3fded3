using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Searching;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Serving;

namespace Repository.Web.Site.Machines;

/// <summary>Sends what programs read: made from one pair of snapshot and index, in the language that <c>lang</c> names or else the site's own, and not sent again to whoever has it.</summary>
internal sealed class MachineAnswers(LiveContent live, SiteReaders readers, DeliveryApi delivery)
{
    public static readonly DeliveryProblem NotThere = DeliveryProblem.NotFound with { Detail = "En esta dirección no hay nada.", Code = "notFound" };

    public Task SendAsync(HttpContext http, Func<SiteReader, MachineDocument?> make) => SendAsync(http, reader => make(reader) is { } document ? document : NotThere);

    public async Task SendAsync(HttpContext http, Func<SiteReader, Outcome<MachineDocument>> make)
    {
        SiteHeaders.Harden(http.Response.Headers);
        var searchable = await live.SearchableAsync(http.RequestAborted);
        var reader = readers.Of(http, searchable, SearchRequest.Culture(http.Request.Query, searchable) ?? searchable.Snapshot.Schema.DefaultLanguage.Tag);
        if (Freshness.IsKnown(http, reader, delivery)) return;
        if (!make(reader).Is(out var document, out var problem))
        {
            http.Response.Headers.ETag = default;
            await problem.SendAsync(http);
            return;
        }

        http.Response.ContentType = document.ContentType;
        document.Write(http.Response.BodyWriter, reader.Origin);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
