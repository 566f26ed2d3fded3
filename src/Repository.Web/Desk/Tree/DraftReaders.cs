using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Live;
using Repository.Web.Site.Reading;

namespace Repository.Web.Desk.Tree;

/// <summary>Gives every request its look at the drafts.</summary>
internal sealed class DraftReaders(LiveCatalogue catalogue, ContentSchema schema, PictureAddresses pictures, TimeProvider clock, PeopleNames people)
{
    /// <summary>Null for whoever may see no drafts at all.</summary>
    public async Task<DraftReader?> OfAsync(HttpContext http)
    {
        if (!Permissions.MaySomewhere(http.Person, Act.Read)) return null;
        var names = await people.OfAsync(http);
        return new DraftReader(await catalogue.CurrentAsync(http.RequestAborted), schema, http.Person, names, pictures, clock.GetUtcNow());
    }
}
