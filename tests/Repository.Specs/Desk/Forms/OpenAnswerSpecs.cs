using System.Net;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Results;
using Repository.Core.Workflow;
using Repository.Specs.Forms;
using Repository.Web.Forms;
using Repository.Web.Forms.Results;
using Repository.Web.Forms.Retention;

namespace Repository.Specs.Desk.Forms;

/// <summary>What people wrote in a survey in their own words, and who lets the public read it.</summary>
public sealed class OpenAnswerSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private const string Results = "/participa/encuesta/resultados/respuestas.csv";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_answer_is_read_at_the_desk_and_shown_or_set_aside_one_by_one()
    {
        using var ana = desk.Somebody(Role.Publisher);
        var survey = desk.Site.Service<FormBook>().Find(Respondents.Survey)!.Definition;
        var person = (await desk.Site.AnswerAsync(10, 5, desk.Clock.Now.AddDays(-20), 3)).First(entry => entry.Answers.Text("p10_idea").Length > 0);
        var address = $"/desk/forms/{survey.Key:d}/open";

        var page = await ana.OpenAsync(address);
        Assert.Contains(person.Answers.Text("p10_idea"), page.Words, StringComparison.Ordinal);
        await DecideAsync(page, person, "show");
        Assert.Contains(person.Answers.Text("p10_idea"), (await ana.OpenAsync($"{address}?show=shown")).Words, StringComparison.Ordinal);
        Assert.Contains(person.Answers.Text("p10_idea"), await PublicAsync(), StringComparison.Ordinal);

        await DecideAsync(page, person, "aside");
        Assert.Contains(person.Answers.Text("p10_idea"), (await ana.OpenAsync($"{address}?show=aside")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Answers.Text("p10_idea"), await PublicAsync(), StringComparison.Ordinal);

        async Task DecideAsync(WrittenForm form, FormEntry entry, string deed)
        {
            form["entry"] = $"{entry.Key:d}";
            form["alias"] = "p10_idea";
            form["deed"] = deed;
            using var answer = await ana.SendOnlyAsync(form);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }

    [Fact]
    public async Task what_somebody_said_leaves_the_page_at_once_when_it_is_put_aside_erased_or_its_time_has_come()
    {
        using var ana = desk.Somebody();
        var said = (await desk.Site.AnswerAsync(20, 9, desk.Clock.Now.AddDays(-20), 3)).Where(entry => entry.Answers.Text("p10_problema").Length > 0).Take(3).ToArray();
        foreach (var entry in said) Assert.True(await desk.Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(entry.Key, "p10_problema", true, "Ana", desk.Clock.Now), Cancellation));
        await desk.Site.Service<ResultPublishing>().RunAsync(Cancellation);
        var shown = await PublicAsync();
        Assert.All(said, entry => Assert.Contains(entry.Answers.Text("p10_problema"), shown, StringComparison.Ordinal));

        var aside = (await ana.OpenAsync(FormsDesk.Address(said[0]))).Other("form[action$='/state']");
        aside["state"] = "quarantined";
        await ana.SendAsync(aside);
        Assert.DoesNotContain(said[0].Answers.Text("p10_problema"), await PublicAsync(), StringComparison.Ordinal);

        var erased = await ana.OpenAsync(FormsDesk.Address(said[1], "/erase"));
        erased["reason"] = "Lo pidió quien respondió.";
        await ana.SendAsync(erased);
        Assert.DoesNotContain(said[1].Answers.Text("p10_problema"), await PublicAsync(), StringComparison.Ordinal);

        Assert.IsType<EntryResult.Done>(await desk.Entries.ChangeAsync((await desk.FindAsync(said[2])) with { EraseAt = desk.Clock.Now }, "specs", Cancellation));
        await desk.Site.Service<EntryRetention>().RunAsync(Cancellation);
        Assert.DoesNotContain(said[2].Answers.Text("p10_problema"), await PublicAsync(), StringComparison.Ordinal);

    }

    [Fact]
    public async Task what_was_asked_under_a_condition_is_shown_to_nobody_for_each_such_answer_tells_what_somebody_chose()
    {
        using var ana = desk.Somebody(Role.Publisher);
        await desk.Site.AnswerAsync(20, 13, desk.Clock.Now.AddDays(-20), 3);
        var survey = desk.Site.Service<FormBook>().Find(Respondents.Survey)!.Definition;
        var person = await desk.SentAsync(survey.Key, ("p08", "otro"), ("p08_otro", "Quienes vuelven del norte"));

        var form = await ana.OpenAsync($"/desk/forms/{survey.Key:d}/open");
        form["entry"] = $"{person.Key:d}";
        form["alias"] = "p08_otro";
        form["deed"] = "show";
        using var answer = await ana.SendOnlyAsync(form);
        // As it may stand there from before.
        await desk.Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(person.Key, "p08_otro", true, "Ana", desk.Clock.Now), Cancellation);
        await desk.Site.Service<ResultPublishing>().RunAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Quienes vuelven del norte", await PublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_who_may_read_entries_decides_and_only_about_open_answers_of_this_survey()
    {
        using var ana = desk.Somebody(Role.Publisher);
        using var beto = desk.Somebody(Role.Systematiser);
        var survey = desk.Site.Service<FormBook>().Find(Respondents.Survey)!.Definition;
        var person = (await desk.Site.AnswerAsync(1, 6, desk.Clock.Now.AddDays(-20), 3))[0];
        var other = await desk.PublishedAsync("Otro", FormsDesk.Question(FieldKinds.LongAnswer, "dato", "Dato"));
        var foreign = await desk.SentAsync(other.Key, ("dato", "ajeno"));

        using var forbidden = await beto.GetAsync($"/desk/forms/{survey.Key:d}/open");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var none = await ana.GetAsync($"/desk/forms/{other.Key:d}/open");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await RefusedAsync(foreign.Key, "p10_idea");
        await RefusedAsync(person.Key, "municipio");
        await RefusedAsync(Guid.NewGuid(), "p10_idea");

        async Task RefusedAsync(Guid entry, string alias)
        {
            var form = await ana.OpenAsync($"/desk/forms/{survey.Key:d}/open");
            form["entry"] = $"{entry:d}";
            form["alias"] = alias;
            form["deed"] = "show";
            using var answer = await ana.SendOnlyAsync(form);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> PublicAsync() => await desk.Site.Client.GetStringAsync(new Uri(Results, UriKind.Relative), Cancellation);
}
