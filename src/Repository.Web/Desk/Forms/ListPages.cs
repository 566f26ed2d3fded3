using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary><c>/desk/forms</c>: the forms there are, and the beginning of a new one.</summary>
internal sealed class ListPages(DeskForms forms, IEntryStore entries, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public DeskCrumb Crumb => new(texts["Forms.Title"], DeskAddress.Forms);

    public async Task ShowAsync(HttpContext http)
    {
        var (mayBuild, mayRead) = (Permissions.May(http.Person, Act.BuildForms, []), Permissions.May(http.Person, Act.ReadEntries, []));
        if (!mayBuild && !mayRead)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var rows = new List<FormRow>();
        foreach (var form in await forms.AllAsync(http.RequestAborted)) rows.Add(new FormRow(form, mayRead ? await entries.CountsAsync(form.Key, http.RequestAborted) : ImmutableSortedDictionary<string, long>.Empty));
        var done = http.Request.Query["done"] == "dropped" ? new DeskNote(texts["Forms.Done.dropped"]) : null;
        await serving.SendAsync(http, new DeskPage(texts["Forms.Title"], new FormsView { Model = new FormsModel([.. rows], mayBuild, mayRead) }) { IsWide = true, Note = done });
    }

    public async Task ShowNewAsync(HttpContext http)
    {
        if (await MayAsync(http)) await SendNewAsync(http, new NewForm("", FormPurpose.General), null);
    }

    public async Task CreateAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var wanted = new NewForm(sent.Text("name"), sent.Word("purpose", FormPurpose.General));
        if (wanted.Name.Length is 0 or > FormLimits.Caption)
        {
            await SendNewAsync(http, wanted, new DeskNote(texts["Forms.New.NameMissing"], IsBad: true));
            return;
        }

        var definition = Begun(wanted, [.. (await forms.AllAsync(http.RequestAborted)).Select(form => form.Definition)]);
        await forms.SaveAsync(new DeskForm(null, new FormDraftState(definition, 0, http.Person.By, default)), definition, http.Person, http.RequestAborted);
        DeskServing.Lead(http, FormAddress.Of(definition.Key));
    }

    private static FormDefinition Begun(NewForm wanted, ImmutableArray<FormDefinition> others)
    {
        var name = FieldAlias.Value(wanted.Name).Replace('_', '-') is { Length: > 0 } words && char.IsAsciiLetter(words[0]) ? words : "formulario";
        var alias = name;
        for (var number = 2; others.Any(other => other.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase)); number++) alias = $"{name}-{number}";
        return new FormDefinition { Key = Guid.NewGuid(), Alias = alias, Name = wanted.Name, Purpose = wanted.Purpose, RetentionDays = 365 }.WithPage("");
    }

    private async Task<bool> MayAsync(HttpContext http)
    {
        if (Permissions.May(http.Person, Act.BuildForms, [])) return true;
        await serving.ForbidAsync(http);
        return false;
    }

    private Task SendNewAsync(HttpContext http, NewForm wanted, DeskNote? note) => serving.SendAsync(
        http,
        new DeskPage(texts["Forms.New.Title"], new NewFormView { Model = (wanted, serving.Token(http)) }) { Crumbs = [Crumb], Note = note },
        note is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

internal sealed record NewForm(string Name, FormPurpose Purpose);

internal sealed record FormRow(DeskForm Form, ImmutableSortedDictionary<string, long> Counts);

internal sealed record FormsModel(ImmutableArray<FormRow> Rows, bool MayBuild, bool MayRead);
