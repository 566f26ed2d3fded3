using System.Globalization;
using System.Net;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>What somebody may do in one section they may do in no other, whatever they send.</summary>
public sealed class EscalationSpecs(ReviewSite desk) : IClassFixture<ReviewSite>
{
    public static TheoryData<string, string> EveryAct => new()
    {
        { "submit", "" },
        { "takeBack", "" },
        { "return", "" },
        { "approve", "" },
        { "publish", "" },
        { "approveAndPublish", "" },
        { "withdraw", "" },
        { "planRelease", "2099-01-01T10:00" },
        { "planEnd", "2099-01-01T10:00" },
        { "cancelRelease", "" },
        { "cancelEnd", "" },
        { "comment", "" },
    };

    [Theory]
    [MemberData(nameof(EveryAct))]
    public async Task nobody_acts_in_a_section_that_is_not_theirs(string act, string at)
    {
        using var foreigner = desk.SignIn("Inés", Role.Publisher, desk.KeyOf("/practicas/"));
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage($"Ajena {act}", "Sí."));
        await desk.PublishAsync(key);
        await desk.SaveAsync("specs", key, ReviewSite.APage($"Ajena {act}", "Otra."));
        var before = await desk.FindAsync(key);

        var refused = await foreigner.ForgeAsync(
            $"/desk/content/{key}/review", ("do", act), ("culture", "es-MX"), ("version", before.Version.ToString(CultureInfo.InvariantCulture)), ("note", "Porque sí."), ("at", at), ("text", "Hola."), ("property", ""));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(before, await desk.FindAsync(key));
        Assert.Equal(ReviewState.Draft, await desk.StateAsync(key));
    }

    [Fact]
    public async Task nobody_brings_back_an_older_revision_in_a_section_that_is_not_theirs()
    {
        using var foreigner = desk.SignIn("Ana", Role.Systematiser, desk.KeyOf("/practicas/"));
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage("Con historia ajena", "Uno."));
        await desk.SaveAsync("specs", key, ReviewSite.APage("Con historia ajena", "Dos."));

        var refused = await foreigner.ForgeAsync($"/desk/content/{key}/history", ("revision", "1"), ("version", (await desk.FindAsync(key)).Version.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(2, (await desk.FindAsync(key)).Revision);
    }

    [Fact]
    public async Task the_queue_holds_only_what_one_may_review()
    {
        using var writer = desk.SignIn("Ana", Role.Systematiser);
        using var here = desk.SignIn("Rosa", Role.Reviewer, desk.KeyOf("/acerca/"));
        using var elsewhere = desk.SignIn("Luz", Role.Reviewer, desk.KeyOf("/practicas/"));
        var key = await desk.WriteAsync(writer.Person, "/acerca/", ReviewSite.APage("Solo de aquí", "Sí."));
        await writer.PressAsync($"/desk/content/{key}/review", ("do", "submit"));

        Assert.Contains("Solo de aquí", (await here.GetAsync("/desk/review")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Solo de aquí", (await elsewhere.GetAsync("/desk/review")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync("/desk/review")).Status);
    }

    [Theory]
    [InlineData(Role.Systematiser, "approve")]
    [InlineData(Role.Systematiser, "approveAndPublish")]
    [InlineData(Role.Reviewer, "approveAndPublish")]
    [InlineData(Role.Reviewer, "withdraw")]
    [InlineData(Role.Translator, "submit")]
    [InlineData(Role.Communicator, "return")]
    public async Task nobody_does_more_than_their_role_allows(Role role, string act)
    {
        using var person = desk.SignIn("Alguien", role);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage($"Papel {role} {act}", "Sí."));

        var refused = await person.ForgeAsync($"/desk/content/{key}/review", ("do", act), ("culture", "es-MX"), ("version", "1"), ("note", "Porque sí."));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(ReviewState.Draft, await desk.StateAsync(key));
    }

    [Theory]
    [InlineData("https://mal.example/")]
    [InlineData("//mal.example/desk")]
    [InlineData("/desk/../../mal")]
    [InlineData("/otra/parte")]
    public async Task a_form_leads_nowhere_but_to_the_desk(string address)
    {
        using var writer = desk.SignIn("Ana", Role.Systematiser);
        var key = await desk.WriteAsync(writer.Person, "/acerca/", ReviewSite.APage($"Regreso {Guid.NewGuid():n}", "Sí."));

        var answered = await writer.PressAsync($"/desk/content/{key}/review", ("do", "submit"), ("return", address));

        Assert.DoesNotContain("mal.example", answered.Html, StringComparison.Ordinal);
        Assert.Equal(ReviewState.InReview, await desk.StateAsync(key));
    }
}
