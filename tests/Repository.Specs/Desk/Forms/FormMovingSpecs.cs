using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;

namespace Repository.Specs.Desk.Forms;

/// <summary>Questions are doubled, put elsewhere and taken away; and what was taken away by mistake comes back.</summary>
public sealed class FormMovingSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly FormField One = FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno");
    private static readonly FormField Two = FormsDesk.Question(FieldKinds.SingleChoice, "dos", "Dos") with
    {
        Required = true,
        PreValues = [new PreValue("a", "A")],
        Condition = new FieldCondition(ConditionAction.Show, ConditionLogic.All, [new ConditionRule(One.Id, ConditionOperator.Is, "x")]),
    };

    [Fact]
    public async Task a_copy_stands_behind_its_question_with_all_it_says_and_a_name_of_its_own()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Copiar", One, Two);

        await PressAsync(ana, $"/desk/forms/{form.Key:d}/field/{Two.Id:d}", $"copyField:{Two.Id:d}");
        await PressAsync(ana, $"/desk/forms/{form.Key:d}/field/{Two.Id:d}", $"copyField:{Two.Id:d}");

        var fields = (await DraftAsync(form.Key)).Fields().ToList();
        Assert.Equal(["uno", "dos", "dos_3", "dos_2"], fields.Select(field => field.Alias));
        Assert.Equal(4, fields.Select(field => field.Id).Distinct().Count());
        Assert.Equal((true, "Dos", One.Id, "a"), (fields[2].Required, fields[2].Caption, fields[2].Condition!.Rules[0].Field, fields[2].PreValues[0].Value));
        Assert.IsType<FormCompilation.Built>(Form.Compile(await DraftAsync(form.Key)));
    }

    [Fact]
    public async Task a_question_is_put_into_any_group_from_its_own_page()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("A otra página", One, Two);
        await PressAsync(ana, $"/desk/forms/{form.Key:d}", "addPage");
        var page = (await ana.OpenAsync($"/desk/forms/{form.Key:d}/field/{One.Id:d}")).Other("form:has(#place)");

        var told = await ana.SendAsync(page);

        Assert.Equal("Quedó guardado.", told.Note);
        Assert.Equal([["dos"], ["uno"]], (await DraftAsync(form.Key)).Columns().Select(column => column.Fields.Select(field => field.Alias).ToArray()).ToArray());
    }

    [Fact]
    public async Task pages_and_groups_are_put_at_a_place()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Lugares", One, Two);
        var set = form.Fieldsets().Single().Id;
        foreach (var step in (string[])["addPage", "addPage", $"fieldsetTo:{set:d}/2/0", "pageTo:2/0", $"fieldTo:{One.Id:d}/{set:d}/0/1"]) await PressAsync(ana, $"/desk/forms/{form.Key:d}", step);

        var draft = await DraftAsync(form.Key);

        Assert.Equal([2, 0, 1], draft.Pages.Select(page => page.Fieldsets.Length));
        Assert.Equal(["dos", "uno"], draft.Pages[0].Fieldsets[0].Columns[0].Fields.Select(field => field.Alias));
    }

    [Theory]
    [InlineData("fieldTo:")]
    [InlineData("fieldTo:x/y/z/w")]
    [InlineData("fieldTo:{one}/00000000-0000-0000-0000-000000000000/0/0")]
    [InlineData("fieldTo:{one}/{set}/9/0")]
    [InlineData("fieldTo:{one}/{set}/-1/0")]
    [InlineData("fieldsetTo:{set}/9/0")]
    [InlineData("pageTo:7/0")]
    [InlineData("copyField:{set}")]
    public async Task a_step_to_nowhere_changes_nothing(string step)
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Nada", One, Two);

        await PressAsync(ana, $"/desk/forms/{form.Key:d}", step.Replace("{one}", $"{One.Id:d}", StringComparison.Ordinal).Replace("{set}", $"{form.Fieldsets().Single().Id:d}", StringComparison.Ordinal));

        Assert.Null(await Store.FindDraftAsync(form.Key, Cancellation));
    }

    [Fact]
    public async Task what_was_taken_away_comes_back_and_goes_again()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Deshacer", One, Two);

        var removed = await PressAsync(ana, $"/desk/forms/{form.Key:d}/field/{Two.Id:d}", $"removeField:{Two.Id:d}");
        var back = await ana.SendAsync(removed.Other("form[action$='/undo']"));
        var then = FormJson.Hash(await DraftAsync(form.Key));
        await ana.SendAsync(back.Other("form[action$='/undo']"));

        Assert.Contains("Deshacer lo último", removed.Note, StringComparison.Ordinal);
        Assert.Equal(FormJson.Hash(form), then);
        Assert.Equal(["uno"], (await DraftAsync(form.Key)).Fields().Select(field => field.Alias));
    }

    [Fact]
    public async Task nobody_takes_back_what_they_have_not_seen()
    {
        using var ana = desk.Somebody();
        using var beto = desk.Somebody(name: "Beto");
        var form = await desk.PublishedAsync("Deshacer a ciegas", One, Two);
        var removed = await PressAsync(ana, $"/desk/forms/{form.Key:d}", $"removeField:{Two.Id:d}");

        await PressAsync(beto, $"/desk/forms/{form.Key:d}", "addPage");
        var told = await ana.SendAsync(removed.Other("form[action$='/undo']"));

        Assert.Equal(409, told.Status);
        Assert.Equal(2, (await DraftAsync(form.Key)).Pages.Length);
    }

    [Fact]
    public async Task a_form_that_was_just_begun_has_nothing_to_take_back()
    {
        using var ana = desk.Somebody();
        var page = await ana.OpenAsync("/desk/forms/new");
        page["name"] = "Apenas empieza";

        var outline = await ana.SendAsync(page);

        Assert.Null(outline.Page.QuerySelector("form[action$='/undo']"));
    }

    private IFormStore Store => desk.Site.Service<IFormStore>();

    private static async Task<WrittenForm> PressAsync(DeskHand hand, string address, string step)
    {
        var page = await hand.OpenAsync(address);
        var form = page.Other($"form[action='{string.Join('/', address.Split('/')[..4])}']");
        form["do"] = step;
        return await hand.SendAsync(form);
    }

    private async Task<FormDefinition> DraftAsync(Guid form) => (await Store.FindDraftAsync(form, Cancellation))!.Definition;
}
