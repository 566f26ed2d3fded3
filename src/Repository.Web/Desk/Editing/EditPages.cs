using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Reviewing;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Editing;

/// <summary>The pages on which items are written: opened, sent, and answered with what is wrong. They work without a script.</summary>
internal sealed class EditPages(
    EditedItems items, EditForms forms, ContentEditing editing, IWorkingCopies copies, ContentValidation validation, EditorRegistry editors, TimeProvider clock,
    PublishPanels panels, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    private const string Script = "desk-edit.js";

    /// <summary>After these there is nothing that was written and not saved.</summary>
    private static readonly string[] Settled = ["saved", "created", "discarded", "merged"];

    public async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } edited) return;
        await SendAsync(http, edited, forms.Of(edited, edited.Content, Token(http), []) with { IsSettled = Settled.Contains(http.Request.Query["done"].ToString()) }, Done(http));
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } edited) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var before = await BaseAsync(edited, form);
        if (form.ContainsKey(ContentForm.Add))
        {
            var more = Read(WithBlock(form), edited.Type, before, edited.Culture);
            await SendAsync(http, edited, forms.Of(edited, more, Token(http), []) with { Version = Version(form, edited), IsUnsent = true }, null);
            return;
        }

        var content = Read(form, edited.Type, before, edited.Culture);
        var seen = new Seen(edited.Item.Key, Version(form, edited), http.Person);
        switch (await editing.SaveAsync(seen, content, http.RequestAborted))
        {
            case WriteResult.Done:
                await copies.RemoveAsync(edited.Item.Key, http.Person.Key, http.RequestAborted);
                DeskServing.Lead(http, $"{DeskAddress.Of(edited.Item.Key)}?done=saved");
                break;
            case WriteResult.Invalid invalid:
                await SendAsync(http, edited, forms.Of(edited, content, Token(http), invalid.Problems) with { Version = seen.Version }, null, StatusCodes.Status422UnprocessableEntity);
                break;
            case WriteResult.Stale:
                // Kept as the person's own state, so that nothing is lost whatever they do next.
                await copies.KeepAsync(Copy(edited, content, form, http.Person, clock), http.RequestAborted);
                DeskServing.Lead(http, $"{DeskAddress.Of(edited.Item.Key)}/merge");
                break;
            case WriteResult.Forbidden:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
                break;
            default:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
                break;
        }
    }

    /// <summary>Throws away what the person wrote and did not save.</summary>
    public async Task DiscardAsync(HttpContext http)
    {
        if (Key(http) is not { } key) return;
        await copies.RemoveAsync(key, http.Person.Key, http.RequestAborted);

        // Of what was never saved there is nothing left to look at.
        DeskServing.Lead(http, await items.VersionAsync(key, http.RequestAborted) == 0 ? DeskAddress.Content : $"{DeskAddress.Of(key)}?done=discarded");
    }

    public async Task OpenNewAsync(HttpContext http)
    {
        var query = http.Request.Query;
        Guid? parent = Guid.TryParse(query["parent"], out var key) ? key : null;
        if (validation.Schema.DocumentType(query["type"].ToString()) is not { Kind: ContentTypeKind.Document } type)
        {
            await ChooseAsync(http, parent);
            return;
        }

        // The key is part of the address, so that whoever loads the page again finds what they wrote.
        if (!Guid.TryParse(query["key"], out var own))
        {
            http.Response.Redirect($"{DeskAddress.Content}/new?type={type.Alias}{(parent is null ? "" : $"&parent={parent:d}")}&key={Guid.CreateVersion7(clock.GetUtcNow()):d}");
            return;
        }

        var copy = await copies.FindAsync(own, http.Person.Key, http.RequestAborted);
        var form = await NewAsync(http, new NewPlace(own, type, parent), copy?.Content ?? ItemContent.Empty, []);
        await SendNewAsync(http, form with { UnsavedSince = copy?.At });
    }

    public async Task CreateAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (validation.Schema.DocumentType(ContentForm.Text(form, ContentForm.Type)) is not { Kind: ContentTypeKind.Document } type || ContentForm.Id(form, ContentForm.Key) is not { } key)
        {
            await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
            return;
        }

        var place = new NewPlace(key, type, ContentForm.Id(form, ContentForm.Parent));
        var culture = EditedItem.CultureOf(type, ItemContent.Empty, validation.Schema);
        if (form.ContainsKey(ContentForm.Add))
        {
            await SendNewAsync(http, await NewAsync(http, place, Read(WithBlock(form), type, ItemContent.Empty, culture), []) with { IsUnsent = true });
            return;
        }

        var content = Read(form, type, ItemContent.Empty, culture);
        var item = new NewItem { Key = key, Type = type.Alias, Parent = place.Parent, Content = content, By = http.Person };
        switch (await editing.CreateAsync(item, http.RequestAborted))
        {
            case WriteResult.Done:
                await copies.RemoveAsync(key, http.Person.Key, http.RequestAborted);
                DeskServing.Lead(http, $"{DeskAddress.Of(key)}?done=created");
                break;
            case WriteResult.Invalid invalid:
                await SendNewAsync(http, await NewAsync(http, place, content, invalid.Problems), StatusCodes.Status422UnprocessableEntity);
                break;
            case WriteResult.Forbidden:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
                break;
            default:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
                break;
        }
    }

    /// <summary>What a working copy is made of: the content as it was sent, and the state it began from.</summary>
    public static WorkingCopy Copy(EditedItem edited, ItemContent content, IFormCollection form, Person person, TimeProvider clock) =>
        new(edited.Item.Key, person.Key, content, clock.GetUtcNow()) { Type = edited.Type.Alias, Version = Version(form, edited), Revision = Revision(form, edited) };

    /// <summary>The state the form was made from: what it does not show is taken from there.</summary>
    public async Task<ItemContent> BaseAsync(EditedItem edited, IFormCollection form)
    {
        if (edited.Copy is { } copy && copy.Revision == Revision(form, edited)) return copy.Content;
        return Revision(form, edited) == edited.Draft.Number ? edited.Draft.Content : await items.RevisionAsync(edited.Item.Key, Revision(form, edited)) ?? edited.Draft.Content;
    }

    public ItemContent Read(IFormCollection form, ContentType type, ItemContent before, string culture) => ContentForm.Read(form, type, before, culture, (validation.Schema, editors));

    /// <summary>The form with one block more, as the button asks that was pressed.</summary>
    private static FormCollection WithBlock(IFormCollection form)
    {
        var fields = form.ToDictionary(field => field.Key, field => field.Value);
        if (ContentForm.Text(form, ContentForm.Add).Split('|') is [var into, var list, var type])
        {
            var key = Guid.NewGuid().ToString("d");
            fields[into] = StringValues.Concat(fields.GetValueOrDefault(into), key);
            fields[$"{list}/{key}/$type"] = type;
        }

        return new FormCollection(fields);
    }

    private async Task<EditModel> NewAsync(HttpContext http, NewPlace place, ItemContent content, ImmutableArray<ValueProblem> problems) =>
        forms.New(place, content, await items.SnapshotAsync(http.RequestAborted), Token(http), problems) with { Person = http.Person.Key };

    private async Task ChooseAsync(HttpContext http, Guid? parent)
    {
        var above = parent is { } key ? (await items.DraftsAsync(http.RequestAborted)).Find(key) : null;
        var types = validation.Schema.Types.Where(type => type.Kind == ContentTypeKind.Document && (above is null ? type.AllowedAtRoot : above.Type.AllowedChildren.Contains(type.Key)));
        await serving.SendAsync(http, new DeskPage(texts["Edit.Choose.Title"], new ChooseTypeView { Model = new TypeChoice(parent, above?.Name, [.. types]) }) { Crumbs = Crumbs(above) });
    }

    private async Task<EditedItem?> FindAsync(HttpContext http)
    {
        var edited = Key(http) is { } key ? await items.FindAsync(key, http.Person, http.RequestAborted) : null;
        if (edited is null) await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        return edited;
    }

    private async Task SendAsync(HttpContext http, EditedItem edited, EditModel model, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var root = edited.Item.Kind == ItemKind.Media ? new DeskCrumb(texts["Desk.Media"], DeskAddress.Media) : new DeskCrumb(texts["Desk.Content"], DeskAddress.Content);
        var form = model with { Panel = await panels.OfAsync(http, edited.Item.Key, DeskAddress.Of(edited.Item.Key)) };
        var page = new DeskPage(edited.Name, new EditView { Model = form })
        {
            IsWide = true,
            Note = note,
            Scripts = [Script],
            Crumbs = [root, .. edited.Ancestors.Select(ancestor => Crumb(edited, ancestor))],
            Actions = new EditActionsView { Model = form },
        };
        await serving.SendAsync(http, page, status);
    }

    private async Task SendNewAsync(HttpContext http, EditModel model, int status = StatusCodes.Status200OK)
    {
        var above = model.Parent is { } parent ? (await items.DraftsAsync(http.RequestAborted)).Find(parent) : null;
        var title = above is null ? texts["Edit.New.Title", model.Type.Name] : texts["Edit.New.TitleIn", model.Type.Name, above.Name];
        await serving.SendAsync(http, new DeskPage(title, new EditView { Model = model }) { IsWide = true, Scripts = [Script], Crumbs = Crumbs(above) }, status);
    }

    private ImmutableArray<DeskCrumb> Crumbs(DraftItem? above) =>
        above is null ? [new DeskCrumb(texts["Desk.Content"], DeskAddress.Content)] : [new DeskCrumb(texts["Desk.Content"], DeskAddress.Content), new DeskCrumb(above.Name, DeskAddress.Of(above.Key))];

    private static DeskCrumb Crumb(EditedItem edited, Item ancestor) => new(new DraftItems(edited.Drafts).Find(ancestor.Key)?.Name ?? "…", DeskAddress.Of(ancestor.Key));

    private DeskNote? Done(HttpContext http)
    {
        // An act of the panel leads back here as well.
        var done = http.Request.Query["done"].ToString();
        var note = texts[$"{(Settled.Contains(done) ? "Edit" : "Review")}.Done.{done}"];
        return note.ResourceNotFound ? null : new DeskNote(note);
    }

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? "";

    private static long Version(IFormCollection form, EditedItem edited) => ContentForm.Whole(form, ContentForm.Version) is > 0 and var version ? version : edited.Item.Version;

    private static int Revision(IFormCollection form, EditedItem edited) => ContentForm.Whole(form, ContentForm.Revision) is > 0 and var revision ? (int)revision : edited.Draft.Number;

    private static Guid? Key(HttpContext http) => Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var key) ? key : null;
}

/// <summary>What can be made below an item.</summary>
internal sealed record TypeChoice(Guid? Parent, string? Above, ImmutableArray<ContentType> Types);
