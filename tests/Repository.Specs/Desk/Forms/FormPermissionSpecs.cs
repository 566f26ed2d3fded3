using System.Net;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk.Forms;

/// <summary>Who makes forms and who reads what people sent: a page hides nothing that the request would not be refused.</summary>
public sealed class FormPermissionSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Systematiser)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Translator)]
    [InlineData(Role.Communicator)]
    public async Task others_see_neither_forms_nor_entries(Role role)
    {
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Solo para quien debe."));
        using var somebody = desk.Somebody(role);
        var field = desk.Book.Find(FormsDesk.Contact)!.Form.Fields[0].Field.Id;
        var form = $"/desk/forms/{FormsDesk.Contact:d}";

        string[] pages =
        [
            "/desk/forms", "/desk/forms/new", "/desk/forms/quarantine", "/desk/forms/accesses", form, $"{form}/settings", $"{form}/page/1", $"{form}/field/new", $"{form}/field/{field:d}", $"{form}/letters",
            $"{form}/entries", $"{form}/export", FormsDesk.Address(entry), FormsDesk.Address(entry, "/erase"),
        ];
        string[] posts =
        [
            "/desk/forms/new", form, $"{form}/publish", $"{form}/discard", $"{form}/settings", $"{form}/page/1", $"{form}/field/new", $"{form}/field/{field:d}", $"{form}/letters", $"{form}/export",
            FormsDesk.Address(entry, "/note"), FormsDesk.Address(entry, "/state"), FormsDesk.Address(entry, "/erase"), "/desk/forms/outbox",
        ];

        foreach (var page in pages)
        {
            using var answer = await somebody.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, answer.StatusCode));
            Assert.DoesNotContain("Solo para quien debe", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        foreach (var address in posts) Assert.Equal((address, HttpStatusCode.Forbidden), (address, await PostAsync(somebody, address)));
        Assert.Equal(EntryState.Received, (await desk.FindAsync(entry)).State);
        Assert.DoesNotContain("/desk/forms", (await somebody.OpenAsync("/desk")).Page.QuerySelector(".places")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_publishes_makes_forms_and_reads_entries_but_carries_none_away_and_erases_none()
    {
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"));
        using var publisher = desk.Somebody(Role.Publisher);
        var form = $"/desk/forms/{FormsDesk.Contact:d}";

        foreach (var page in (string[])["/desk/forms", form, $"{form}/settings", $"{form}/entries", FormsDesk.Address(entry), "/desk/forms/quarantine"]) Assert.Equal((page, 200), (page, (await publisher.OpenAsync(page)).Status));
        foreach (var page in (string[])[$"{form}/export", FormsDesk.Address(entry, "/erase"), "/desk/forms/accesses"]) Assert.Equal((page, 403), (page, (await publisher.OpenAsync(page)).Status));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(publisher, $"{form}/export"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(publisher, FormsDesk.Address(entry, "/erase")));
        Assert.DoesNotContain("/erase", (await publisher.OpenAsync(FormsDesk.Address(entry))).Page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_role_in_a_section_is_none_for_forms()
    {
        using var publisher = desk.Somebody(Role.Publisher, section: Guid.NewGuid());
        using var administrator = desk.Somebody(Role.Administrator, section: Guid.NewGuid());

        Assert.Equal(403, (await publisher.OpenAsync("/desk/forms")).Status);
        Assert.Equal(403, (await administrator.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/entries")).Status);
    }

    [Fact]
    public async Task nothing_is_changed_without_the_token_of_the_page()
    {
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"));
        using var ana = desk.Somebody();
        var settings = await ana.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/settings");
        settings["Token"] = "otro";

        using var saved = await ana.SendOnlyAsync(settings);
        using var erased = await ana.SendOnlyAsync(Bare(await ana.OpenAsync(FormsDesk.Address(entry, "/erase"))));
        using var exported = await ana.SendOnlyAsync(Bare(await ana.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/export")));

        Assert.All([saved, erased, exported], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal(EntryState.Received, (await desk.FindAsync(entry)).State);
    }

    private static WrittenForm Bare(WrittenForm form)
    {
        form.Fields.RemoveAll(field => field.Key == "Token");
        form["reason"] = "porque sí";
        return form;
    }

    private static async Task<HttpStatusCode> PostAsync(DeskHand somebody, string address)
    {
        var page = await somebody.OpenAsync("/desk/nowhere/at/all");
        var form = new WrittenForm(page.Page, 200);
        var token = page.Page.QuerySelector("meta[name=desk-token]")!.GetAttribute("content")!;
        using var answer = await somebody.AskAsync(HttpMethod.Post, address, Tokened(form, token));
        return answer.StatusCode;
    }

    private static WrittenForm Tokened(WrittenForm form, string token)
    {
        form["Token"] = token;
        return form;
    }
}
