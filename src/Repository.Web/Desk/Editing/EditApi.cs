using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Delivery;
using Repository.Web.Desk.Assets;
using Repository.Web.Desk.Editing.Fields;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms;
using Repository.Web.Resources;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing;

/// <summary>What the islands of the editing page ask for while somebody writes. It takes the form as the page would send it, so that both read it alike.</summary>
internal sealed class EditApi(
    EditedItems items, EditPages pages, IWorkingCopies copies, ContentValidation validation, ContentEditing editing, EditorRegistry editors, FormBook forms, DraftCheck check, Presence presence,
    PictureAddresses pictures, DeskAssets assets, IStringLocalizer<DeskTexts> texts, TimeProvider clock)
{
    private const int MostOffered = 40;
    private const int MostAlike = 5;
    private const int LongestName = 900;
    private const int ThumbnailWidth = 240;

    /// <summary>Keeps what was written. It is nobody's revision: the next one takes its place.</summary>
    public async Task KeepAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await WrittenAsync(http, form) is not { } written) return;
        await copies.KeepAsync(written.Copy, http.RequestAborted);
        await DeskJson.SendAsync(http, new Kept(written.Copy.At, written.Edited is { } edited && edited.Item.Version != written.Copy.Version), DeskJson.Default.Kept);
    }

    /// <summary>Tells whether what a browser kept says anything that is not here.</summary>
    public async Task CompareAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await WrittenAsync(http, form) is not { } written) return;
        var here = written.Edited?.Content ?? (await copies.FindAsync(written.Copy.Item, http.Person.Key, http.RequestAborted))?.Content ?? ItemContent.Empty;
        await DeskJson.SendAsync(http, new Compared(written.Copy.Content.Equals(here)), DeskJson.Default.Compared);
    }

    /// <summary>Says what is wrong with what was written, and what it lacks to be published.</summary>
    public async Task CheckAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await WrittenAsync(http, form) is not { } written) return;
        var content = written.Copy.Content;
        var culture = EditedItem.CultureOf(written.Type, content, validation.Schema);
        var found = await check.CheckAsync(written.Type, content, http.RequestAborted);
        await DeskJson.SendAsync(http, new Checked(Told(written.Type, found.Reading.Problems, culture), Told(written.Type, found.Lacking, culture)), DeskJson.Default.Checked);
    }

    public async Task MeetAsync(HttpContext http)
    {
        if (Key(http) is not { } key) return;
        var version = await items.VersionAsync(key, http.RequestAborted);
        await DeskJson.SendAsync(http, new Company(presence.Meet(key, http.Person), version), DeskJson.Default.Company);
    }

    /// <summary>What a field of a data type can pick; without one, any page.</summary>
    public async Task PickAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var offer = Guid.TryParse(query["type"], out var key) && validation.Schema.DataTypes.FirstOrDefault(type => type.Key == key) is { } dataType ? PickOffer.Of(dataType) : new PickOffer(ItemKind.Document, null, []);
        var drafts = await items.DraftsAsync(http.RequestAborted);
        await DeskJson.SendAsync(http, [.. drafts.Seek(offer, query["q"].ToString(), MostOffered).Select(Offer)], DeskJson.Default.IReadOnlyListOffered);
    }

    /// <summary>One item as a picker would offer it, such as a file that was just brought.</summary>
    public async Task PickOneAsync(HttpContext http)
    {
        var item = Key(http) is { } key ? (await items.DraftsAsync(http.RequestAborted)).Find(key) : null;
        if (item is null) await DeliveryProblem.NotFound.SendAsync(http);
        else await DeskJson.SendAsync(http, [Offer(item)], DeskJson.Default.IReadOnlyListOffered);
    }

    public async Task AlikeAsync(HttpContext http)
    {
        var query = http.Request.Query;
        _ = Guid.TryParse(query["except"], out var except);
        var drafts = await items.DraftsAsync(http.RequestAborted);
        await DeskJson.SendAsync(http, [.. drafts.Like(query["type"].ToString(), query["name"].ToString(), except, MostAlike).Select(Offer)], DeskJson.Default.IReadOnlyListOffered);
    }

    /// <summary>The form of a new block, as the page would show it.</summary>
    public async Task BlockAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var (list, into) = (query["list"].ToString(), query["into"].ToString());
        if (!Guid.TryParse(query["datatype"], out var key) || validation.Schema.DataTypes.FirstOrDefault(type => type.Key == key) is not { } dataType
            || !Guid.TryParse(query["type"], out var type) || list.Length is 0 or > LongestName || into.Length is 0 or > LongestName)
        {
            await DeliveryProblem.NotFound.SendAsync(http);
            return;
        }

        var setting = new FieldSetting(validation.Schema, editors, await items.DraftsAsync(http.RequestAborted), query["language"].ToString()) { Forms = forms.All };
        var property = new PropertyType { Key = Guid.Empty, Alias = "", Name = "", DataType = dataType };
        if (BlockMaking.New(new Fields.Field(setting, property, list, ""), type, Guid.NewGuid(), into) is not { } block)
        {
            await DeliveryProblem.NotFound.SendAsync(http);
            return;
        }

        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(validation.Schema.DefaultLanguage.Tag);
        using var output = new HtmlOutput();
        new BlockFormView { Model = block }.Render(output, texts, assets.Folder);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(output.Written, http.RequestAborted);
    }

    /// <summary>Says what a picture shows, from where it is used.</summary>
    public async Task DescribeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Key(http) is not { } key || await items.FindAsync(key, http.Person, http.RequestAborted) is not { Type: var type } edited || type.Property("altText") is null)
        {
            await DeliveryProblem.NotFound.SendAsync(http);
            return;
        }

        var described = edited.Draft.Content.With("altText", ContentForm.Text(form, "alt").Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
        var result = await editing.SaveAsync(new Seen(key, edited.Item.Version, http.Person), described, http.RequestAborted);
        if (result is WriteResult.Done) await DeskJson.SendAsync(http, [Offer((await items.DraftsAsync(http.RequestAborted)).Find(key)!)], DeskJson.Default.IReadOnlyListOffered);
        else await Refused(result).SendAsync(http);
    }

    private async Task<Written?> WrittenAsync(HttpContext http, IFormCollection form)
    {
        if (Key(http) is { } key)
        {
            if (await items.FindAsync(key, http.Person, http.RequestAborted) is { } edited)
            {
                if (edited.MayWrite || edited.MayTranslate) return new Written(edited.Type, EditPages.Copy(edited, pages.Read(form, edited.Type, await pages.BaseAsync(edited, form), edited.Culture), form, http.Person, clock), edited);
                await Forbidden.SendAsync(http);
                return null;
            }

            if (validation.Schema.DocumentType(ContentForm.Text(form, ContentForm.Type)) is { Kind: ContentTypeKind.Document } type && ContentForm.Id(form, ContentForm.Key) == key)
            {
                var content = pages.Read(form, type, ItemContent.Empty, EditedItem.CultureOf(type, ItemContent.Empty, validation.Schema));
                return new Written(type, new WorkingCopy(key, http.Person.Key, content, clock.GetUtcNow()) { Type = type.Alias, Parent = ContentForm.Id(form, ContentForm.Parent) }, null);
            }
        }

        await DeliveryProblem.NotFound.SendAsync(http);
        return null;
    }

    private static DeliveryProblem Forbidden { get; } = new(403, "Forbidden", "Tu cuenta no puede cambiar este contenido.") { Code = "forbidden" };

    private static DeliveryProblem Refused(WriteResult result) => result switch
    {
        WriteResult.Invalid invalid => new DeliveryProblem(422, "Unprocessable Content", string.Join(' ', invalid.Problems.Select(problem => problem.Message))) { Code = "invalid" },
        WriteResult.Stale => new DeliveryProblem(409, "Conflict", "Alguien cambió este archivo mientras tanto: inténtalo otra vez.") { Code = "conflict" },
        _ => Forbidden,
    };

    private static List<CheckedField> Told(ContentType type, ImmutableArray<ValueProblem> problems, string culture) =>
        [.. problems.Select(problem => new CheckedField(EditForms.FieldOf(type, problem, culture), type.Property(problem.Field)?.Name ?? "", problem.Message))];

    private Offered Offer(DraftItem item)
    {
        var note = item.Above.Length > 0 ? $"{item.Type.Name} · {item.Above}" : item.Type.Name;
        return new Offered(item.Udi, item.Name, note, item.Key, DeskAddress.Of(item.Key)) { Image = Thumbnail(item), Alt = item.HasAlt ? item.Alt.Length > 0 ? item.Alt : texts["Edit.Media.NoAlt"] : null };
    }

    private string? Thumbnail(DraftItem item) => !item.IsPicture ? null
        : item.FileAddress.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? item.FileAddress
        : pictures.Of(item.FileAddress, ThumbnailWidth, null, item.Value(MediaProperties.Hash) is { Length: >= 8 } hash ? hash[..8] : "0");

    private static Guid? Key(HttpContext http) => Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var key) ? key : null;

    /// <param name="Edited">Null for an item that does not exist yet.</param>
    private sealed record Written(ContentType Type, WorkingCopy Copy, EditedItem? Edited);
}
