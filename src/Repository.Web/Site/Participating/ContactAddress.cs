using Repository.Core.Forms.Designs;
using Repository.Web.Forms;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Participating;

/// <summary>Where one writes about an item: to its holders, about an error, to have it corrected or withdrawn.</summary>
internal static class ContactAddress
{
    private static readonly Guid Contact = ContactDesign.Make().Key;

    /// <summary>Null while no page with the contact form is published.</summary>
    public static string? Of(SeenItem item, SiteReader reader) =>
        PublishedForms.Of(reader.Snapshot).PageOf(Contact) is { } page ? $"{reader.See(page).Path}?{FormVisit.AboutParameter}={item.Item.Key}" : null;
}
