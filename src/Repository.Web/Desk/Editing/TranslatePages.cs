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

/// <summary>Another language of an item, beside the original. Only what varies is shown, and only that language is saved.</summary>
internal sealed class TranslatePages(
    EditedItems items, EditPages pages, ContentEditing editing, IWorkingCopies copies, TimeProvider clock, ContentSchema schema, EditorRegistry editors, FormBook forms, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is not var (edited, culture)) return;
        await SendAsync(http, edited, culture, edited.Draft.Content, edited.Item.Version, []);
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await FindAsync(http) is not var (edited, culture)) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var content = Translated(form, edited.Type, edited.Draft.Content, culture);
        var version = ContentForm.Whole(form, ContentForm.Version);

        switch (await editing.SaveAsync(new Seen(edited.Item.Key, version, http.Person), content, http.RequestAborted))
        {
            case WriteResult.Done:
                DeskServing.Lead(http, $"{http.Request.Path}?done=saved");
                break;
            case WriteResult.Invalid invalid:
                await SendAsync(http, edited, culture, content, version, invalid.Problems, StatusCodes.Status422UnprocessableEntity);
                break;
            case WriteResult.Stale:
                // Somebody was faster: both stand beside each other, as after any other save.
                var mine = Translated(form, edited.Type, await pages.BaseAsync(edited, form), culture);
                await copies.KeepAsync(EditPages.Copy(edited, mine, form, http.Person, clock), http.RequestAborted);
                DeskServing.Lead(http, $"{DeskAddress.Of(edited.Item.Key)}/merge");
                break;
            default:
                await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
                break;
        }
    }

    /// <summary>The content with one language of it as it was sent: no other language, and nothing that all share, can be reached from here.</summary>
    private ItemContent Translated(IFormCollection form, ContentType type, ItemContent before, string culture)
    {
        var own = type with { Properties = [.. type.Properties.Where(property => property.VariesByCulture)] };
        return ContentForm.Read(form, own, before, culture, (schema, editors));
    }

    private Task SendAsync(HttpContext http, EditedItem edited, string culture, ItemContent content, long version, ImmutableArray<ValueProblem> problems, int status = StatusCodes.Status200OK)
    {
        var original = edited.Culture;
        var byField = problems.ToLookup(problem => EditForms.FieldOf(edited.Type, problem, culture), problem => problem.Message);
        var drafts = new DraftItems(edited.Drafts);
        var setting = new FieldSetting(schema, editors, drafts, culture) { Problems = byField, Forms = forms.All };
        var source = new FieldSetting(schema, editors, drafts, original) { Forms = forms.All };
        var languageName = LanguageNames.Of(schema, culture);
        var rows = from property in edited.Type.Properties
                   where property.VariesByCulture
                   let there = edited.Draft.Content.Value(property.Alias, original) ?? ""
                   let here = content.Value(property.Alias, culture) ?? ""
                   where there.Length + here.Length > 0 || property.IsMandatory
                   select new TranslatedField(new Fields.Field(setting, property, ContentForm.Field(property.Alias), here), StoredWords.Of(source, property, there));
        var name = edited.Draft.Content.Name(original) ?? edited.Type.Name;
        var model = new TranslateModel
        {
            Action = $"{DeskAddress.Of(edited.Item.Key)}/translate/{culture}",
            Token = antiforgery.GetAndStoreTokens(http).RequestToken ?? "",
            Key = edited.Item.Key,
            Person = http.Person.Key,
            Version = version,
            Revision = edited.Draft.Number,
            IsSettled = http.Request.Query["done"] == "saved",
            Language = culture,
            LanguageName = languageName,
            Original = original,
            OriginalName = LanguageNames.Within(schema, original),
            OriginalText = name,
            Name = content.Name(culture) ?? "",
            Rows = [.. rows],
            IsLocked = !edited.MayWrite && !edited.MayTranslate,
            State = edited.Draft.Content.Name(culture) is null ? "Missing" : edited.Publications.Any(publication => publication.Culture == culture) ? "Published" : "Draft",
            IsOutdated = edited.IsOutdated(culture),
            Problems = [.. problems.Select(problem => new ToldProblem(problem.Message, edited.Type.Property(problem.Field)?.Name, null))],
        };
        return serving.SendAsync(
            http,
            new DeskPage(texts["Edit.Translate.Title", name, languageName], new TranslateView { Model = model })
            {
                IsWide = true,
                Scripts = ["desk-translate.js"],
                Note = http.Request.Query["done"] == "saved" ? new DeskNote(texts["Edit.Done.saved"]) : null,
                Crumbs = [new DeskCrumb(texts["Desk.Translations"], DeskAddress.Translations), new DeskCrumb(name, DeskAddress.Of(edited.Item.Key))],
            },
            status);
    }

    private async Task<(EditedItem Edited, string Culture)?> FindAsync(HttpContext http)
    {
        var culture = schema.KnownTag(http.Request.RouteValues["culture"]?.ToString() ?? "");
        var edited = Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var key) ? await items.FindWithHistoryAsync(key, http.Person, http.RequestAborted) : null;
        if (edited is not null && culture is not null && edited.Type.VariesByCulture && culture != edited.Culture) return (edited, culture);
        await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        return null;
    }
}

internal sealed record TranslateModel
{
    public required string Action { get; init; }
    public required string Token { get; init; }
    public required Guid Key { get; init; }

    /// <summary>Who writes: what a browser keeps is theirs alone.</summary>
    public required Guid Person { get; init; }
    public required long Version { get; init; }
    public required int Revision { get; init; }

    /// <summary>Was it saved just now? What the browser kept of it is of no use then.</summary>
    public bool IsSettled { get; init; }
    public required string Language { get; init; }
    public required string LanguageName { get; init; }

    /// <summary>The language that is translated from.</summary>
    public required string Original { get; init; }
    public required string OriginalName { get; init; }
    public required string OriginalText { get; init; }
    public required string Name { get; init; }
    public required ImmutableArray<TranslatedField> Rows { get; init; }

    /// <summary>Missing, Draft or Published.</summary>
    public required string State { get; init; }
    public bool IsLocked { get; init; }

    /// <summary>Has the original changed since this language was last written?</summary>
    public bool IsOutdated { get; init; }
    public ImmutableArray<ToldProblem> Problems { get; init; } = [];
}

internal sealed record TranslatedField(Fields.Field Field, string Original);
