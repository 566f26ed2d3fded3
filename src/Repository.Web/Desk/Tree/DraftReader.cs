using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Site.Reading;

namespace Repository.Web.Desk.Tree;

/// <summary>The drafts as one person sees them while one request lasts.</summary>
internal sealed record DraftReader(DraftCatalogue Catalogue, ContentSchema Schema, Person Person, DeskPeople People, PictureAddresses Pictures, DateTimeOffset Now)
{
    public ContentType? Type(DraftEntry entry) => entry.Item.Kind == ItemKind.Media ? Schema.MediaType(entry.Item.Type) : Schema.DocumentType(entry.Item.Type);

    public string TypeName(DraftEntry entry) => Type(entry)?.Name ?? entry.Item.Type;

    public string TypeName(ItemKind kind, string alias) => (kind == ItemKind.Media ? Schema.MediaType(alias) : Schema.DocumentType(alias))?.Name ?? alias;

    public string LanguageName(string tag) => LanguageNames.Of(Schema, tag);

    /// <summary>May the person do something to an item, or (null) at the root of a tree? The same question as the use cases ask; here it only hides what would be refused.</summary>
    public bool May(Act act, ItemKind kind, Guid? place)
    {
        if (kind == ItemKind.Media) return act is Act.Read or Act.Write ? Permissions.MaySomewhere(Person, act) : Permissions.May(Person, act, []);
        return Permissions.May(Person, act, [.. Catalogue.Lineage(Catalogue.Find(place ?? Guid.Empty) is { Item: { Trashed: true, TrashedFrom: { } from } } ? from : place)]);
    }

    public bool May(Act act, DraftEntry entry) => May(act, entry.Item.Kind, entry.Key);

    /// <summary>The names on the way to an item, its own not among them.</summary>
    public string Path(DraftEntry entry) => string.Join(" › ", Catalogue.Ancestors(entry.Key).Select(ancestor => ancestor.Name));
}
