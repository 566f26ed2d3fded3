using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Tests.Forms;

public sealed class SubmissionTests
{
    /// <summary>Two pages: the second is shown by the first, and in it a field by a field.</summary>
    private static readonly Form Nested = AForm.Compiled(AForm.OfPages(
        FormDraft.Page("Uno", AForm.Draft.Set("a", "", AForm.Choice("sigue", "si", "no") with { Required = true })),
        FormDraft.Page("Dos", AForm.Draft.Set("b", "", AForm.Choice("otro", "si", "no") with { Required = true }, AForm.Text("cual", required: true).When(AForm.Draft.ShowWhen("otro", "si")))).When(AForm.Draft.ShowWhen("sigue", "si")),
        FormDraft.Page("Tres", AForm.Draft.Set("c", "", AForm.Text("fin").When(AForm.Draft.ShowWhen("cual", "agua"))))));

    [Fact]
    public void a_field_hidden_by_its_page_is_neither_required_nor_stored()
    {
        var answers = Nested.Accepted(("sigue", "no"), ("otro", "si"), ("cual", "agua"), ("fin", "ya"));

        Assert.Equal(["sigue"], answers.ByAlias.Keys);
    }

    [Fact]
    public void a_field_that_a_hidden_field_would_show_stays_hidden()
    {
        var answers = Nested.Accepted(("sigue", "si"), ("otro", "no"), ("cual", "agua"), ("fin", "ya"));

        Assert.Equal(["otro", "sigue"], answers.ByAlias.Keys);
    }

    [Fact]
    public void what_is_shown_must_be_answered()
    {
        Assert.Equal("Falta responder «Pregunta cual».", Assert.Single(Nested.Errors(("sigue", "si"), ("otro", "si"))).Value);
        Assert.Equal("ya", Nested.Accepted(("sigue", "si"), ("otro", "si"), ("cual", "agua"), ("fin", "ya")).Text("fin"));
    }

    [Fact]
    public void all_errors_come_together_unknown_aliases_beside_missing_answers()
    {
        var form = AForm.Of(AForm.Text("uno", required: true), AForm.Text("dos").Set("fieldType", "number"), AForm.Text("tres", required: true) with { RequiredErrorMessage = "Di tres." });

        var errors = form.Errors(("dos", "muchos"), ("cuatro", "x"));

        Assert.Equal(["cuatro", "dos", "tres", "uno"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("El formulario no tiene un campo «cuatro».", errors["cuatro"]);
        Assert.Equal("Falta responder «Pregunta uno».", errors["uno"]);
        Assert.Equal("Di tres.", errors["tres"]);
    }

    [Fact]
    public void of_very_many_strange_aliases_some_are_named_and_the_rest_is_counted()
    {
        var form = AForm.Of(AForm.Text("uno"));

        var errors = form.Errors([.. Enumerable.Range(0, 5000).Select(number => ($"x{number}", "y"))]);

        Assert.Equal(FormLimits.NamedAliases + 1, errors.Count);
        Assert.Equal("Hay otros 4980 campos que el formulario no tiene.", errors["…"]);
    }

    [Fact]
    public void strange_aliases_that_look_like_known_ones_are_told_beside_them()
    {
        var form = AForm.Of(AForm.Text("uno", required: true));
        (string, string)[] hostile = [(" uno", "x"), ("…", "x"), ("", "x"), .. Enumerable.Range(0, 30).Select(number => ($"{number}", "x"))];

        var errors = form.Errors(hostile);

        Assert.Equal("Falta responder «Pregunta uno». El formulario no tiene un campo «uno».", errors["uno"]);
    }

    [Fact]
    public void an_alias_that_was_sent_twice_has_all_that_was_sent()
    {
        var form = AForm.Of(AForm.Text("uno"));

        var errors = form.Errors(new Submission([KeyValuePair.Create("uno", FieldInput.Of("a")), KeyValuePair.Create("uno", FieldInput.Of("b"))]));

        Assert.Equal("En «Pregunta uno» se da una sola respuesta.", errors["uno"]);
    }

    [Fact]
    public void messages_come_in_the_language_that_is_asked_for()
    {
        var form = AForm.Of(AForm.Text("uno", required: true));

        var refused = Assert.IsType<SubmissionResult.Refused>(form.Fill(AForm.Sent(), AForm.Places).Result());

        Assert.Equal("«Pregunta uno» has not been answered.", refused.Errors["uno"][0].In("en-US"));
        Assert.Equal("Falta responder «Pregunta uno».", refused.Errors["uno"][0].In("zap-MX"));
    }

    [Fact]
    public void pages_are_checked_one_by_one_and_hidden_ones_are_passed_over()
    {
        var hidden = Nested.Fill(AForm.Sent(("sigue", "no")), AForm.Places);
        var shown = Nested.Fill(AForm.Sent(("sigue", "si")), AForm.Places);

        Assert.Equal([0, 2], hidden.VisiblePages);
        Assert.Equal([0, 1, 2], shown.VisiblePages);
        Assert.Empty(shown.ErrorsOf(0));
        Assert.Equal(["otro"], shown.ErrorsOf(1).Keys);
    }

    [Fact]
    public void a_draft_keeps_what_can_be_read_of_an_unfinished_form()
    {
        var form = AForm.Of(AForm.Text("uno", required: true), AForm.Text("dos").Set("fieldType", "number"), AForm.Text("tres"));

        var draft = form.Fill(AForm.Sent(("dos", "muchos"), ("tres", "algo")), AForm.Places).Draft();

        Assert.Equal(["tres"], draft.ByAlias.Keys);
    }

    [Fact]
    public void a_draft_keeps_the_part_of_a_matrix_that_is_answered()
    {
        var matrix = AForm.Draft.Field(FieldKinds.RatingMatrix, "m", "Califica", required: true).Choices(new PreValue("agua", "Agua"), new PreValue("luz", "Luz")).Set("scale", "2=Bien\n1=Mal");
        var form = AForm.Of(matrix);

        Assert.Equal(["luz=2"], form.Fill(AForm.Sent(("m", "luz=2")), AForm.Places).Draft()["m"]);
        Assert.Empty(form.Fill(AForm.Sent(("m", "luz=7")), AForm.Places).Draft()["m"]);
    }

    [Fact]
    public void the_inputs_of_a_page_say_what_the_wire_would_have_said()
    {
        var matrix = AForm.Draft.Field(FieldKinds.RatingMatrix, "m", "Califica", required: true).Choices(new PreValue("agua", "Agua"), new PreValue("luz", "Luz")).Set("scale", "2=Bien\n1=Mal");
        var order = AForm.Draft.Field(FieldKinds.Ranking, "o", "Ordena").Choices("abc".Select(letter => new PreValue($"{letter}", $"{letter}"))).Set("positions", "2");
        var form = AForm.Of(matrix, order, AForm.Text("t"));
        Dictionary<string, string> page = new() { ["m.agua"] = "2", ["m.luz"] = "1", ["o.1"] = "c", ["o.2"] = "a", ["t"] = "hola" };

        var accepted = Assert.IsType<SubmissionResult.Accepted>(form.Fill(FormPost.Read(form, page, []), AForm.Places).Result());

        Assert.Equal(form.Accepted(("m", "agua=2"), ("m", "luz=1"), ("o", "c"), ("o", "a"), ("t", "hola")), accepted.Answers);
    }

    [Fact]
    public void a_part_that_no_field_has_is_refused_by_its_whole_name()
    {
        var form = AForm.Of(AForm.Text("t"));

        var errors = form.Errors(FormPost.Read(form, [KeyValuePair.Create("t.agua", "2")], []));

        Assert.Equal(["t.agua"], errors.Keys);
    }

    [Fact]
    public void a_place_left_out_of_a_ranking_on_a_page_is_told()
    {
        var order = AForm.Draft.Field(FieldKinds.Ranking, "o", "Ordena").Choices("abc".Select(letter => new PreValue($"{letter}", $"{letter}")));
        var form = AForm.Of(order);

        var errors = form.Errors(FormPost.Read(form, [KeyValuePair.Create("o.1", "a"), KeyValuePair.Create("o.3", "b")], []));

        Assert.Equal("En «Ordena» falta elegir el lugar 2 de 3.", errors["o"]);
    }
}
