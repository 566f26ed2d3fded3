using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Forms;

namespace Repository.Browser.Tests.Desk;

/// <summary>Forms in force and one that does not hold together, with what people sent: what the pages of forms have to show.</summary>
internal sealed record SentForms(ImmutableArray<(string Pattern, string[] Addresses)> Visits)
{
    private const string One = "/desk/forms/{form:guid}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SentForms> PlanAsync(TestSite site, Person person)
    {
        var (contact, survey, broken) = (ContactDesign.Make(), await FindAsync(site, FormPurpose.Survey), await BreakAsync(site, person));
        var entry = await SendAsync(site, contact, EntryState.Received);
        await SendAsync(site, contact, EntryState.Quarantined);
        await SendAsync(site, contact, EntryState.Settled);
        await site.AnswerAsync(12, 3, site.Service<TimeProvider>().GetUtcNow().AddDays(-9), 5);
        var (there, field) = ($"/desk/forms/{contact.Key:d}", survey.Fields().First());

        return new SentForms(
        [
            ("/desk/forms", ["/desk/forms"]),
            ("/desk/forms/new", ["/desk/forms/new"]),
            ("/desk/forms/quarantine", ["/desk/forms/quarantine"]),
            ("/desk/forms/accesses", ["/desk/forms/accesses"]),
            (One, [there, $"/desk/forms/{broken.Key:d}"]),
            ($"{One}/settings", [$"{there}/settings"]),
            ($"{One}/page/{{page:int}}", [$"{there}/page/1"]),
            ($"{One}/fieldset/{{fieldset:guid}}", [$"{there}/fieldset/{contact.Fieldsets().First().Id:d}"]),
            ($"{One}/field/new", [$"{there}/field/new?in={contact.Fieldsets().First().Id:d}&column=0"]),
            ($"{One}/field/{{field:guid}}", [.. new[] { contact.Fields().First(), contact.Fields().ElementAt(2), contact.Fields().ElementAt(8) }.Select(one => $"{there}/field/{one.Id:d}"), $"/desk/forms/{survey.Key:d}/field/{field.Id:d}", $"/desk/forms/{broken.Key:d}/field/{broken.Fields().Last().Id:d}"]),
            ($"{One}/preview", [$"{there}/preview?width=360", $"/desk/forms/{broken.Key:d}/preview"]),
            ($"{One}/letters", [$"{there}/letters"]),
            ($"{One}/entries", [$"{there}/entries", $"{there}/entries?state=draft"]),
            ($"{One}/entries/{{entry:guid}}", [$"{there}/entries/{entry.Key:d}"]),
            ($"{One}/entries/{{entry:guid}}/erase", [$"{there}/entries/{entry.Key:d}/erase"]),
            ($"{One}/open", [$"/desk/forms/{survey.Key:d}/open", $"/desk/forms/{survey.Key:d}/open?show=shown"]),
            ($"{One}/export", [$"{there}/export", $"/desk/forms/{survey.Key:d}/export"]),
        ]);
    }

    private static async Task<FormDefinition> FindAsync(TestSite site, FormPurpose purpose) =>
        (await site.Service<IFormStore>().HeadsAsync(Cancellation)).First(head => head.Version.Definition.Purpose == purpose).Version.Definition;

    /// <summary>A form that somebody is writing, with two questions of one name.</summary>
    private static async Task<FormDefinition> BreakAsync(TestSite site, Person person)
    {
        var contact = ContactDesign.Make();
        var (first, last) = (contact.Fields().First(), contact.Fields().Last());
        var broken = (contact with { Key = Guid.NewGuid(), Alias = "a-medias", Name = "Un formulario a medias con un nombre bastante largo, como los que se escriben de prisa" }).ChangeField(last with { Alias = first.Alias });
        return (await site.Service<IFormStore>().SaveDraftAsync(new FormDraftState(broken, 0, person.By, site.Service<TimeProvider>().GetUtcNow()), Cancellation))!.Definition;
    }

    private static async Task<FormEntry> SendAsync(TestSite site, FormDefinition form, EntryState state)
    {
        var now = site.Service<TimeProvider>().GetUtcNow();
        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = form.Key,
            FormVersion = 1,
            Culture = "es-MX",
            State = state,
            CreatedAt = now,
            SentAt = now,
            ChangedAt = now,
            Answers = Answers.None.With("motivo", "correccion").With("quien", "La asamblea").With("contacto", "asamblea@example.org").With("mensaje", "El dato de la página está mal desde hace tiempo.\nGracias.").With("aviso", "on"),
            Files = [new EntryFile(Guid.NewGuid(), "soporte", "acta-de-la-asamblea-del-veintiuno-de-marzo-firmada-por-todas-las-personas-que-asistieron.pdf", "application/pdf", 123_456, "ab12")],
            Consent = new EntryConsent("2026-1", now),
            EraseAt = now.AddDays(365),
        };
        return Assert.IsType<EntryResult.Done>(await site.Service<IEntryStore>().AddAsync(new NewEntry(entry, form.FolioPrefix, "", "sender"), Cancellation)).Entry;
    }
}
