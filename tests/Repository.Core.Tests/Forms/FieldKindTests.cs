using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Tests.Forms;

public sealed class FieldKindTests
{
    private static readonly FormField Matrix = AForm.Draft.Field(FieldKinds.RatingMatrix, "m", "Califica", required: true)
        .Choices(new PreValue("agua", "Agua"), new PreValue("luz", "Luz")).Set("scale", "2=Bien\n1=Mal");

    private static readonly FormField Order = AForm.Draft.Field(FieldKinds.Ranking, "o", "Ordena", required: true)
        .Choices("abcd".Select(letter => new PreValue($"{letter}", $"Tema {letter}"))).Set("positions", "3");

    private static readonly FormField Files = AForm.Draft.Field(FieldKinds.FileUpload, "f", "Acta").Files(2, 1, "pdf", "png");

    [Theory]
    [InlineData("email", "ana@ejemplo.org", "ana@ejemplo.org")]
    [InlineData("email", "ana", null)]
    [InlineData("url", "https://ejemplo.org/a", "https://ejemplo.org/a")]
    [InlineData("url", "javascript:alert(1)", null)]
    [InlineData("tel", "951 515 1190 ext. 209 y 210", "951 515 1190 ext. 209 y 210")]
    [InlineData("tel", "llámame", null)]
    [InlineData("number", "0012.50", "12.50")]
    [InlineData("number", "doce", null)]
    [InlineData("", "  dos\r\n renglones ", "dos renglones")]
    public void a_short_answer_keeps_the_form_that_is_asked_for(string type, string sent, string? stored)
    {
        var form = AForm.Of(AForm.Text("t").Set("fieldType", type));

        if (stored is null) Assert.Contains("«Pregunta t»", form.Errors(("t", sent))["t"], StringComparison.Ordinal);
        else Assert.Equal(stored, form.Accepted(("t", sent)).Text("t"));
    }

    [Fact]
    public void a_text_that_is_too_long_says_how_long_it_may_be()
    {
        var form = AForm.Of(AForm.Text("t").Set("maximumLength", "5"));

        Assert.Equal("En «Pregunta t» caben 5 letras y escribiste 6. Acorta el texto.", form.Errors(("t", "tequio"))["t"]);
        Assert.Equal("mayor", form.Accepted(("t", "mayor")).Text("t"));
    }

    [Fact]
    public void ten_megabytes_are_refused_whatever_the_field_says()
    {
        var form = AForm.Of(AForm.Draft.Field(FieldKinds.LongAnswer, "t", "Cuenta"));

        var errors = form.Errors(("t", new string('a', 10_000_000)));

        Assert.Equal("La respuesta de «Cuenta» es demasiado larga.", errors["t"]);
    }

    [Theory]
    [InlineData("[a-z]{3}-[0-9]+", "abc-12", true)]
    [InlineData("[a-z]{3}-[0-9]+", "xabc-12", false)]
    public void a_pattern_must_match_the_whole_answer(string pattern, string sent, bool accepted)
    {
        var form = AForm.Of(AForm.Text("t") with { Pattern = pattern, PatternInvalidErrorMessage = "Escribe la clave." });

        Assert.Equal(accepted ? [] : ["Escribe la clave."], form.Errors(("t", sent)).Values);
    }

    [Fact]
    public void options_that_were_never_offered_are_refused()
    {
        var form = AForm.Of(AForm.Choice("c", "si", "no"));

        Assert.Equal("En «Pregunta c» elige entre las opciones que aparecen.", form.Errors(("c", "quizá"))["c"]);
        Assert.Equal("En «Pregunta c» se da una sola respuesta.", form.Errors(("c", "si"), ("c", "no"))["c"]);
        Assert.Equal(["no"], form.Accepted(("c", "no"))["c"]);
    }

    [Fact]
    public void several_choices_are_stored_once_each_in_the_order_of_the_form()
    {
        var form = AForm.Of(AForm.Choice("c", "a", "b", "c") with { Type = FieldKinds.MultipleChoice.Id });

        Assert.Equal(["a", "c"], form.Accepted(("c", "c"), ("c", "a"), ("c", "c"))["c"]);
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void a_ticked_box_is_stored_as_on_and_an_unticked_one_not_at_all(string sent, bool ticked)
    {
        var form = AForm.Of(AForm.Draft.Field(FieldKinds.Checkbox, "b", "Estoy de acuerdo."));

        Assert.Equal(ticked ? ["on"] : [], form.Accepted(("b", sent))["b"]);
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("2023-02-29", null)]
    [InlineData("2019-12-31", null)]
    public void a_date_is_stored_as_iso_and_kept_within_its_bounds(string sent, string? stored)
    {
        var form = AForm.Of(AForm.Draft.Field(FieldKinds.Date, "d", "Día").Set("minimum", "2020-01-01"));

        if (stored is null) Assert.Contains("«Día»", form.Errors(("d", sent))["d"], StringComparison.Ordinal);
        else Assert.Equal(stored, form.Accepted(("d", sent)).Text("d"));
    }

    [Fact]
    public void what_is_missing_is_named_in_the_summary_and_not_again_beside_its_question()
    {
        var form = AForm.Of(AForm.Draft.Field(FieldKinds.DataConsent, "b", "Estoy de acuerdo.", required: true), Files with { Required = true }, Matrix, AForm.Text("uno", required: true));

        var refused = Assert.IsType<SubmissionResult.Refused>(form.Fill(AForm.Sent(("m", "agua=2")), AForm.Places).Result());

        (string, string?) Told(string alias) => (refused.Errors[alias][0].Spanish, refused.Errors[alias][0].Beside?.Spanish);
        Assert.Equal(("Falta marcar «Estoy de acuerdo».", "Falta marcar esta casilla."), Told("b"));
        Assert.Equal(($"Falta adjuntar un archivo en «{Files.Caption}».", "Falta adjuntar un archivo."), Told("f"));
        Assert.Equal(("En «Califica» falta calificar «Luz».", "Falta calificar «Luz»."), Told("m"));
        Assert.Equal(("Falta responder «Pregunta uno».", "Falta responder esta pregunta."), Told("uno"));
    }

    [Fact]
    public void a_matrix_names_the_rows_that_have_no_mark_yet()
    {
        var form = AForm.Of(Matrix);

        Assert.Equal("En «Califica» falta calificar «Luz».", form.Errors(("m", "agua=2"))["m"]);
        Assert.Equal("En «Califica» elige para cada renglón una de las calificaciones que aparecen.", form.Errors(("m", "agua=9"))["m"]);
        Assert.Equal("En «Califica» califica «Agua» una sola vez.", form.Errors(("m", "agua=2"), ("m", "agua=1"), ("m", "luz=1"))["m"]);
        Assert.Equal(["agua=2", "luz=1"], form.Accepted(("m", "luz=1"), ("m", "agua=2"))["m"]);
    }

    [Fact]
    public void a_ranking_has_every_place_and_no_option_twice()
    {
        var form = AForm.Of(Order);

        Assert.Equal(["c", "a", "b"], form.Accepted(("o", "c"), ("o", "a"), ("o", "b"))["o"]);
        Assert.Equal("En «Ordena» falta elegir el lugar 2 de 3.", form.Errors(("o", "c"), ("o", ""), ("o", "b"))["o"]);
        Assert.Equal("En «Ordena» falta elegir el lugar 3 de 3.", form.Errors(("o", "c"), ("o", "a"))["o"]);
        Assert.StartsWith("En «Ordena» elegiste «Tema c» dos veces.", form.Errors(("o", "c"), ("o", "a"), ("o", "c"))["o"], StringComparison.Ordinal);
        Assert.Equal("En «Ordena» elige 3, no más.", form.Errors(("o", "a"), ("o", "b"), ("o", "c"), ("o", "d"))["o"]);
    }

    [Theory]
    [InlineData("acta.exe", 10, "no se admite «acta.exe»")]
    [InlineData("acta.pdf", 0, "está vacío")]
    [InlineData("acta.pdf", 2_000_000, "pesa más de 1 MB")]
    public void a_file_of_another_type_or_size_is_refused_by_name(string name, long length, string told)
    {
        var form = AForm.Of(Files);

        Assert.Contains(told, form.Errors(Upload((name, length)))["f"], StringComparison.Ordinal);
    }

    [Fact]
    public void a_file_keeps_its_name_and_loses_the_way_it_came_by()
    {
        var form = AForm.Of(Files);

        var accepted = Assert.IsType<SubmissionResult.Accepted>(form.Fill(Upload((@"C:\fotos\..\acta.pdf", 5), ("../../etc/mapa.PNG", 6)), AForm.Places).Result());

        Assert.Equal(["acta.pdf", "mapa.PNG"], accepted.Answers["f"]);
        Assert.Equal(["acta.pdf", "mapa.PNG"], accepted.Files.Select(file => file.File.Name));
        Assert.Equal("En «Acta» se adjuntan hasta 2 archivos y enviaste 3.", form.Errors(Upload(("a.pdf", 1), ("b.pdf", 1), ("c.pdf", 1)))["f"]);
    }

    [Fact]
    public void a_municipality_is_one_of_the_list()
    {
        var form = AForm.Of(AForm.Draft.Field(FieldKinds.Municipality, "m", "Municipio"));

        Assert.Equal("20067", form.Accepted(("m", "20067")).Text("m"));
        Assert.Equal("En «Municipio» elige un municipio de la lista.", form.Errors(("m", "09001"))["m"]);
    }

    [Fact]
    public void every_kind_gives_one_cell_for_each_of_its_columns()
    {
        var multiple = AForm.Choice("v", "a", "b") with { Type = FieldKinds.MultipleChoice.Id };

        Assert.Equal(["m.agua", "m.luz"], FieldKinds.RatingMatrix.Columns(Matrix).Select(column => column.Name));
        Assert.Equal(["2", "1"], FieldKinds.RatingMatrix.Cells(Matrix, ["agua=2", "luz=1"]));
        Assert.Equal(["o.1", "o.2", "o.3"], FieldKinds.Ranking.Columns(Order).Select(column => column.Name));
        Assert.Equal(["c", "a", "b"], FieldKinds.Ranking.Cells(Order, ["c", "a", "b"]));
        Assert.Equal(["0", "1"], FieldKinds.MultipleChoice.Cells(multiple, ["b"]));
        Assert.Equal(["", ""], FieldKinds.MultipleChoice.Cells(multiple, []));
        Assert.All(FieldKinds.All, kind => Assert.Equal(kind.Columns(Order).Count(), kind.Cells(Order, []).Count()));
    }

    [Fact]
    public void what_is_accepted_is_accepted_again_unchanged() => Prop.ForAll(
        Gen.Elements("  agua\u0301 ", "tequio\r\ny más", "\u0007", "a", "b", "on", "20067", "2024-2-1", "agua=1", "", "…", "x\uD800y").ArrayOf().ToArbitrary(),
        texts => FieldKinds.All.All(kind =>
        {
            var form = AForm.Of(AForm.Choice("x", "a", "b") with { Type = kind.Id, Settings = Matrix.Settings, Condition = null });
            if (form.Fill(Of(texts), AForm.Places).Result() is not SubmissionResult.Accepted accepted || kind == FieldKinds.FileUpload) return true;
            return form.Fill(Of([.. accepted.Answers["x"]]), AForm.Places).Result() is SubmissionResult.Accepted again && again.Answers.Equals(accepted.Answers);
        })).QuickCheckThrowOnFailure();

    private static Submission Of(string[] texts) => new([KeyValuePair.Create("x", FieldInput.Of([.. texts]))]);

    private static Submission Upload(params (string Name, long Length)[] files) =>
        new([KeyValuePair.Create("f", new FieldInput([], [.. files.Select(file => new UploadedFile(Guid.NewGuid(), file.Name, "application/octet-stream", file.Length))]))]);
}
