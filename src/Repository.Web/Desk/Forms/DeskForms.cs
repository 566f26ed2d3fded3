using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;
using Repository.Web.Forms;

namespace Repository.Web.Desk.Forms;

/// <summary>Finds forms for the desk, in force and being written, and keeps what is written of them. Asks first who may.</summary>
internal sealed class DeskForms(IFormStore store, FormBook book, DeskServing serving, TimeProvider clock)
{
    /// <summary>More than any form needs; nobody fills the store through a builder.</summary>
    private const int LargestDraft = 1024 * 1024;

    public async Task<ImmutableArray<DeskForm>> AllAsync(CancellationToken cancellation)
    {
        var heads = (await store.HeadsAsync(cancellation)).ToDictionary(head => head.Version.Form);
        var drafts = (await store.DraftsAsync(cancellation)).ToDictionary(draft => draft.Definition.Key);
        return
        [
            .. heads.Keys.Union(drafts.Keys).Select(key => new DeskForm(heads.GetValueOrDefault(key), drafts.GetValueOrDefault(key)))
                .OrderBy(form => form.Definition.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The form an address names, for somebody who may do this to forms; otherwise null, and the request is answered.</summary>
    public async Task<DeskForm?> OpenAsync(HttpContext http, Act act)
    {
        if (!Permissions.May(http.Person, act, []))
        {
            await serving.ForbidAsync(http);
            return null;
        }

        var key = Guid.Parse((string)http.Request.RouteValues["form"]!);
        if (await FindAsync(key, http.RequestAborted) is { } form) return form;
        await serving.LoseAsync(http);
        return null;
    }

    public async Task<DeskForm?> FindAsync(Guid key, CancellationToken cancellation)
    {
        var head = (await store.HeadsAsync(cancellation)).FirstOrDefault(head => head.Version.Form == key);
        var draft = await store.FindDraftAsync(key, cancellation);
        return head is null && draft is null ? null : new DeskForm(head, draft);
    }

    /// <summary>Keeps a form as it is being written now, on top of what was seen. Null when somebody was faster, or when it is beyond all measure.</summary>
    public async Task<FormDraftState?> SaveAsync(DeskForm seen, FormDefinition changed, Person by, CancellationToken cancellation) =>
        FormJson.Write(changed).Length > LargestDraft ? null
        : await store.SaveDraftAsync(new FormDraftState(changed, seen.Draft?.Revision ?? 0, by.By, clock.GetUtcNow()), cancellation);

    /// <summary>Puts the draft into force here and, within a second, everywhere. Null when it is another one by now.</summary>
    public async Task<FormHead?> PublishAsync(DeskForm seen, Form form, Person by, CancellationToken cancellation)
    {
        var head = await store.PublishAsync(form, seen.Draft?.Revision, by.By, clock.GetUtcNow(), cancellation);
        await book.RefreshAsync(cancellation);
        return head;
    }

    public Task<bool> DropAsync(DeskForm seen, CancellationToken cancellation) => store.DropDraftAsync(seen.Key, seen.Draft?.Revision ?? 0, cancellation);
}
