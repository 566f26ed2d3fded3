using System.Text.RegularExpressions;
using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>What the page of each kind of content has that its visitors come for.</summary>
public sealed partial class TypePageSpecs(SeededSite seeded)
{
    private TestSite Site => seeded.Site;

    [Fact]
    public async Task a_consultation_shows_its_answers_drawn_and_as_a_table_and_hands_out_the_file()
    {
        var page = await Site.PageAsync("/datos/gto-consulta-2018-08/");

        Assert.Contains("<caption><span>¿Qué problema social es más importante", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" class=\"num\">1</th>", page, StringComparison.Ordinal);
        Assert.Contains("<li><span>Seguridad</span><svg", page, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"bar\" width=\"100\"", page, StringComparison.Ordinal);
        Assert.Contains("<b>32 %</b>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">32</td>", page, StringComparison.Ordinal);
        Assert.Contains("gto-consulta-2018-08.csv\" download>", page, StringComparison.Ordinal);
        Assert.Contains("La suma es 100.", page, StringComparison.Ordinal);
        Assert.Contains("La fuente no dice a quiénes se preguntó y cuántas personas respondieron.", page, StringComparison.Ordinal);
        Assert.Contains("\"contentUrl\":", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task amounts_of_different_units_are_not_compared()
    {
        var page = await Site.PageAsync("/datos/gto-encuesta-2018-10/");

        Assert.Contains("<td>Encuestas aplicadas</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bars\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task each_column_with_a_unit_of_its_own_is_drawn()
    {
        var page = await Site.PageAsync("/datos/regiones/");

        Assert.Contains("<figcaption>Suma de la población de sus municipios en 2020 (personas)</figcaption>", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption>Cuántos municipios tiene</figcaption>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figcaption>Promedio de la latitud", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">200,325</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_a_long_table_the_first_rows_are_shown_and_the_page_says_how_many_there_are()
    {
        var page = await Site.PageAsync("/datos/municipios-oaxaca/");

        Assert.Contains("Aquí están los primeros 100 renglones de 570.", page, StringComparison.Ordinal);
        Assert.Contains("Abejones", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_document_says_what_came_from_it_and_that_the_summary_is_ours()
    {
        var page = await Site.PageAsync("/acervo/pal-oax-2018/");

        Assert.Contains("<p class=\"ours\">Resumen nuestro</p>", page, StringComparison.Ordinal);
        Assert.Contains("Todavía no tenemos una copia de este documento", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Qué salió de este documento</h2>", page, StringComparison.Ordinal);
        Assert.Matches(@"Palabras del glosario \(\d+\)", page);
        Assert.Contains("<cite>Plan de Acción Local 2018</cite>", page, StringComparison.Ordinal);
        Assert.Contains("Anuncia 10 compromisos", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_state_exercise_stands_on_its_ladder_and_among_the_others()
    {
        var addresses = Visitor.LinksOf(await Site.PageAsync("/buscar/?q=Oaxaca+2016&type=stateExercise"));

        var page = await Site.PageAsync(addresses.First(address => address.StartsWith("/planes/oaxaca", StringComparison.Ordinal)));

        Assert.Contains("aria-current=\"step\"", page, StringComparison.Ordinal);
        Assert.Equal(5, ReachedPattern().Count(page));
        Assert.Contains("Los ejercicios estatales de 2016", page, StringComparison.Ordinal);
        Assert.Contains("<span aria-current=\"page\">Oaxaca, 2016</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_part_of_a_programme_shows_the_programme_around_it()
    {
        var programme = await Site.PageAsync("/programas/");
        var axis = Visitor.LinksOf(await Site.PageAsync(Visitor.LinksOf(programme).First(link => link.StartsWith("/programas/", StringComparison.Ordinal) && link.Length > "/programas/".Length && !link.Contains('?', StringComparison.Ordinal))))
            .First(link => link.Split('/', StringSplitOptions.RemoveEmptyEntries).Length == 4);

        var page = await Site.PageAsync(axis);

        Assert.Contains("<ul class=\"tree\">", page, StringComparison.Ordinal);
        Assert.Single(CurrentPattern().Matches(page));
        Assert.Contains("Partes vecinas", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_call_says_until_when_who_what_and_how_it_is_judged()
    {
        var page = await Site.PageAsync("/convocatorias/transparencia-proactiva-2022/");

        Assert.Contains("<time class=\"when\" datetime=\"2022-07-31\">31 de julio de 2022</time>", page, StringComparison.Ordinal);
        Assert.Contains("<time class=\"when\" datetime=\"2022-09\">septiembre de 2022</time>", page, StringComparison.Ordinal);
        Assert.Contains("Cerrada: recibió postulaciones hasta el 31 de julio de 2022.", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Quién puede participar</h2>", page, StringComparison.Ordinal);
        Assert.Contains("Soportes documentales", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"ours\">Propuesta de este repositorio; no es la rúbrica oficial.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\" data-label=\"Peso\">20 %</td>", page, StringComparison.Ordinal);
        Assert.Contains("Puntaje mínimo: 70.", page, StringComparison.Ordinal);
        Assert.Contains("Todavía no hay reconocimientos de esta convocatoria", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task kinds_that_the_seed_has_none_of_have_pages_all_the_same()
    {
        await using var village = await VillageSite.StartAsync();
        await village.ImportAsync([.. Examples(village.Site.Service<ContentSchema>())]);
        var site = village.Site;

        var replication = await site.PageAsync("/practicas/tequio-para-el-camino-de-saca/replica-en-la-costa-chica/");
        var campaign = await site.PageAsync("/materiales/campana/");
        var recognition = await site.PageAsync("/paginas/reconocimiento/");
        var revoked = await site.PageAsync("/paginas/reconocimiento-revocado/");
        var call = await site.PageAsync("/paginas/convocatoria/");
        var form = await site.PageAsync("/paginas/formulario/");
        var actor = await site.PageAsync("/materiales/comite-de-obra/");

        Assert.Contains("<a href=\"/practicas/tequio-para-el-camino-de-saca/\">Tequio para el camino de saca</a>", replication, StringComparison.Ordinal);
        Assert.Contains("<strong>Asamblea:</strong> El turno de agua", replication, StringComparison.Ordinal);
        Assert.Contains("Porque hay menos familias.", replication, StringComparison.Ordinal);
        Assert.Contains("Resultado a los seis meses", replication, StringComparison.Ordinal);
        Assert.Contains("\"isBasedOn\":", replication, StringComparison.Ordinal);
        Assert.Contains("href=\"/materiales/cartel-del-tequio/\"", campaign, StringComparison.Ordinal);
        Assert.Contains("Que el agua alcance.", campaign, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/tequio-para-el-camino-de-saca/\"", recognition, StringComparison.Ordinal);
        Assert.Contains("href=\"/paginas/convocatoria/\"", recognition, StringComparison.Ordinal);
        Assert.Contains("OAX-01", recognition, StringComparison.Ordinal);
        Assert.Contains("Por abrir sus cuentas.", recognition, StringComparison.Ordinal);
        Assert.DoesNotContain("Este reconocimiento se revocó", recognition, StringComparison.Ordinal);
        Assert.Contains("Este reconocimiento se revocó", revoked, StringComparison.Ordinal);
        Assert.Contains("href=\"/paginas/reconocimiento/\"", call, StringComparison.Ordinal);
        Assert.Contains("<time class=\"when\" datetime=\"2027-01-31\">31 de enero de 2027, a las 18:00</time>", call, StringComparison.Ordinal);
        Assert.Contains("Cuéntanos tu experiencia.", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Gracias, ya llegó.", form, StringComparison.Ordinal);
        Assert.Contains("href=\"/paginas/reconocimiento/\"", actor, StringComparison.Ordinal);
    }

    private static IEnumerable<AnItem> Examples(ContentSchema schema) =>
    [
        new AnItem("costa", "replication", "tequio").Named("Réplica en la Costa Chica").With("scope", Stored.Picked("community")).With("municipalities", Stored.Picked("ejemplo"))
            .With("adaptations", Stored.BlockList(schema, new ABlock("adapted", "adaptation", ("kind", Stored.Picked("assembly")), ("what", "El turno de agua"), ("why", "Porque hay menos familias."), ("agreedOn", "2024-05"))))
            .With("resultSixMonths", "Siete de cada diez casas tienen agua."),
        new AnItem("campana", "campaign", "materiales").Named("Campaña").With("objective", "Que el agua alcance.").With("materials", Stored.Picked("cartel", "folleto")).With("convener", Stored.Picked("comite")),
        new AnItem("convocatoria", "call", "paginas").Named("Convocatoria", Village.Spanish).With("convener", Stored.Picked("comite")).With("closesAt", """{"date":"2027-01-31T18:00:00-06:00","timeZone":"America/Mexico_City"}"""),
        new AnItem("reconocimiento", "recognition", "paginas").Named("Reconocimiento").With("folio", "OAX-01").With("practice", Stored.Document("tequio")).With("call", Stored.Picked("convocatoria"))
            .With("holder", Stored.Picked("comite")).With("summary", "Por abrir sus cuentas.").With("startDate", "2027-03-01 00:00:00").With("year", "2027"),
        new AnItem("revocado", "recognition", "paginas").Named("Reconocimiento revocado").With("folio", "OAX-02").With("revocationReason", "Dejó de publicar sus cuentas."),
        new AnItem("formulario", "formPage", "paginas").Named("Formulario").With("intro", Stored.RichText(schema, "<p>Cuéntanos tu experiencia.</p>")).With("thanks", "Gracias, ya llegó.").With("form", Guid.NewGuid().ToString()),
    ];

    [GeneratedRegex("<li class=\"reached\"")]
    private static partial Regex ReachedPattern();

    [GeneratedRegex("<strong aria-current=\"page\">")]
    private static partial Regex CurrentPattern();
}
