using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Editing.Fields;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Editing;

/// <summary>Two people wrote on the same item: what one has not saved stands beside what the other has, field by field, and whoever is here decides. The result is saved on top of the other's.</summary>
internal sealed class MergePages(
    EditedItems items, ContentEditing editing, IWorkingCopies copies, ContentSchema schema, EditorRegistry editors, FormBook forms, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } edited) return;
        await SendAsync(http, edited, _ => null, []);
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { Copy: { } copy } edited) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var version = ContentForm.Whole(form, ContentForm.Version);
        MergeChoice? Chosen(MergeField field) => Enum.TryParse<MergeChoice>(ContentForm.Text(form, NameOf(field)), out var choice) ? choice : null;
        if (version != edited.Item.Version)
        {
            // Somebody was here again: what they saved has to be looked at as well.
            await SendAsync(http, edited, Chosen, []);
            return;
        }

        var differences = ContentMerge.Differences(edited.Base.Content, copy.Content, edited.Draft.Content);
        var merged = ContentMerge.Apply(edited.Draft.Content, differences.Select(field => (field, Text(edited.Type, field, Chosen(field) ?? field.Usual))));
        switch (await editing.SaveAsync(new Seen(edited.Item.Key, version, http.Person), merged, http.RequestAborted))
        {
            case WriteResult.Done:
                await copies.RemoveAsync(edited.Item.Key, http.Person.Key, http.RequestAborted);
                DeskServing.Lead(http, $"{DeskAddress.Of(edited.Item.Key)}?done=merged");
                break;
            case WriteResult.Invalid invalid:
                await SendAsync(http, edited, Chosen, invalid.Problems);
                break;
            case WriteResult.Stale:
                DeskServing.Lead(http, $"{DeskAddress.Of(edited.Item.Key)}/merge");
                break;
            default:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
                break;
        }
    }

    private Task SendAsync(HttpContext http, EditedItem edited, Func<MergeField, MergeChoice?> chosen, ImmutableArray<ValueProblem> problems)
    {
        if (edited.Copy is not { } copy)
        {
            DeskServing.Lead(http, DeskAddress.Of(edited.Item.Key));
            return Task.CompletedTask;
        }

        var differences = ContentMerge.Differences(edited.Base.Content, copy.Content, edited.Draft.Content);
        var name = edited.Name;
        var model = new MergeModel(edited.Item.Key, edited.Item.Version, antiforgery.GetAndStoreTokens(http).RequestToken ?? "", name, [.. differences.Select(field => Row(edited, field, chosen(field)))]);
        return serving.SendAsync(
            http,
            new DeskPage(texts["Edit.Merge.Title"], new MergeView { Model = model })
            {
                IsWide = true,
                Crumbs = [new DeskCrumb(texts["Desk.Content"], DeskAddress.Content), new DeskCrumb(name, DeskAddress.Of(edited.Item.Key))],
                Note = problems.IsEmpty ? null : new DeskNote(string.Join(' ', problems.Select(problem => problem.Message)), IsBad: true),
            },
            problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private MergeRow Row(EditedItem edited, MergeField field, MergeChoice? chosen)
    {
        var property = edited.Type.Property(field.Alias);
        var setting = new FieldSetting(schema, editors, new DraftItems(edited.Drafts), field.Culture) { Forms = forms.All };
        string Words(string stored) => property is null ? stored : StoredWords.Of(setting, property, stored);
        var label = field.Alias == ContentMerge.Name ? texts["Edit.Name"] : property?.Name ?? field.Alias;
        var isLanguage = field.Culture.Length > 0 && field.Culture != schema.DefaultLanguage.Tag;
        return new MergeRow(
            NameOf(field), isLanguage ? $"{label} ({LanguageNames.Of(schema, field.Culture)})" : label, Words(field.Mine), Words(field.Theirs), field.IsConflict, chosen ?? field.Usual, Both(edited.Type, field) is not null);
    }

    private static string NameOf(MergeField field) => $"m/{field.Alias}/{field.Culture}";

    private static string Text(ContentType type, MergeField field, MergeChoice choice) => choice switch
    {
        MergeChoice.Mine => field.Mine,
        MergeChoice.Both => Both(type, field) ?? field.Theirs,
        _ => field.Theirs,
    };

    /// <summary>Theirs with mine behind it; null for what can only be one or the other.</summary>
    private static string? Both(ContentType type, MergeField field) =>
        field.Mine.Length == 0 || field.Theirs.Length == 0 ? null : JoinedText.Of(type.Property(field.Alias)?.DataType, field.Theirs, field.Mine);

    private async Task<EditedItem?> FindAsync(HttpContext http)
    {
        var edited = Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var key) ? await items.FindAsync(key, http.Person, http.RequestAborted) : null;
        if (edited is null) await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        else if (edited.Copy is null) DeskServing.Lead(http, DeskAddress.Of(edited.Item.Key));
        return edited is { Copy: not null } ? edited : null;
    }
}

internal sealed record MergeModel(Guid Key, long Version, string Token, string By, ImmutableArray<MergeRow> Rows);

internal sealed record MergeRow(string Name, string Label, string Mine, string Theirs, bool IsConflict, MergeChoice Chosen, bool MayBoth);
