using Microsoft.Playwright;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Specs.Forms;
using Repository.Testing;
using Repository.Web.Forms;

namespace Repository.Browser.Tests.Forms;

/// <summary>The three forms for which this place is there, sent from a screen of 360 pixels: with a finger by day, with keys by night, wrong first and then right.</summary>
public sealed class PhoneTests(Browsing browsing, PhoneSite phone, ITestOutputHelper output) : IClassFixture<PhoneSite>
{
    private const int Width = 360;

    public static TheoryData<ColorScheme, Hand> Ways => new() { { ColorScheme.Light, Hand.Finger }, { ColorScheme.Dark, Hand.Keys } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task the_survey_is_answered(ColorScheme scheme, Hand hand)
    {
        var walk = await OpenAsync("encuesta", Respondents.Survey, "/participa/encuesta/", scheme, hand);
        string[] federal = ["transparencia", "accesibilidad-de-la-informacion", "rendicion-de-cuentas", "mecanismos-de-participacion-ciudadana", "uso-de-tecnologias-de-informacion-y-comunicacion"];
        string[] local = [.. federal, "combate-a-la-corrupcion"];

        var folio = await walk.SendAsync(Case(
            ("p01", ["si"]), ("p02", ["no"]), ("p03", ["radio", "otro"]), ("p03_otro", ["El aparato de sonido"]), ("p04", ["3"]),
            ("p05", Marks(federal, 4)), ("p06", Marks(local, 3)), ("p07", Marks(local, 5)),
            ("p08", ["mujeres"]), ("p09_1", ["Falta agua en la parte alta."]),
            ("p11", ["salud", "educacion", "empleo", "vivienda", "otro"]), ("p11_otro", ["El río"]), ("p12", ["no"])));

        var answers = (await phone.FindAsync(folio)).Answers;
        Assert.Equal(("El aparato de sonido", "El río"), (answers.Text("p03_otro"), answers.Text("p11_otro")));
        Assert.Equal(["salud", "educacion", "empleo", "vivienda", "otro"], answers["p11"]);
        await EndAsync(walk);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task a_practice_is_proposed_with_a_photograph_and_a_voice(ColorScheme scheme, Hand hand)
    {
        var walk = await OpenAsync("propuesta", "propuesta-de-practica", "/participa/propuesta/", scheme, hand);

        var folio = await walk.SendAsync(Case(
            ("titulo", ["Tequio para cuidar el manantial"]), ("municipio", ["20067"]), ("modo", ["voz"]), ("lengua", ["zapoteco"]),
            ("relacion", ["participo"]), ("telefono", ["951 000 0000"]), ("acuerdo", ["asamblea"]), ("aviso", ["on"])) with
        {
            Files = [("nota_de_voz", "voz.ogg", RealFiles.Bytes("voz.ogg")), ("fotos", "foto.jpg", RealFiles.Bytes("foto.jpg"))],
        });
        await walk.FollowAsync(".form-end a.button");
        await walk.LookAsync("seguimiento");

        var entry = await phone.FindAsync(folio);
        Assert.Equal((EntryState.Received, "voz"), (entry.State, entry.Answers.Text("modo")));
        Assert.Equal(["foto.jpg", "voz.ogg"], entry.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        await EndAsync(walk);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task an_application_is_kept_for_later_sent_and_completed(ColorScheme scheme, Hand hand)
    {
        var walk = await OpenAsync("postulacion", "convocatoria-tp-2022", phone.CallAddress, scheme, hand);
        await walk.FollowAsync("a.button[href*='/participa/postulacion/']");
        var said = Application();

        var address = await walk.SaveAsync(said);
        await walk.Page.GotoAsync(address);
        await walk.LookAsync("borrador");
        await walk.FollowAsync("main a.button");
        var resumed = await walk.Page.InputValueAsync("#f-institucion");
        var folio = await walk.SendAsync(said);
        await phone.AskAsync(folio, "Falta la firma en la segunda hoja de la solicitud.");
        await walk.Page.GotoAsync(address);
        await walk.LookAsync("prevenida");
        await walk.FollowAsync("main a.button");
        await walk.LookAsync("por-completar");
        var again = await walk.SendAgainAsync();
        await walk.FollowAsync(".form-end a.button");
        await walk.LookAsync("completada");

        var entry = await phone.FindAsync(folio);
        Assert.Equal(("Ayuntamiento de prueba", folio), (resumed, again));
        Assert.Equal((ApplicationStates.Sent, 2), (entry.State, entry.Files.Length));
        await EndAsync(walk);
    }

    private static FormCase Application() => Case(
        ("institucion", ["Ayuntamiento de prueba"]), ("tipo_institucion", ["ayuntamiento"]), ("municipio", ["20067"]), ("area_responsable", ["Unidad de transparencia"]), ("correo_contacto", ["transparencia@example.org"]),
        ("titulo", ["Obras con nombre y precio"]), ("resumen", ["Cada mes se publica qué obra se hace y cuánto cuesta."]), ("necesidad", ["Saber en qué se gasta."]), ("publico", ["poblacion-general"]),
        ("inicio", ["2025-03"]), ("enlace", ["https://example.org/obras"]), ("principios", ["transparencia"]), ("ods_metas", ["16.6"]),
        ("lenguas", ["zapoteco"]), ("actualizacion", ["mensual"]), ("participacion", ["El comité de obra lo pidió."]), ("indicadores_1_1", ["Obras publicadas"]), ("indicadores_1_2", ["0"]), ("indicadores_1_3", ["12"]), ("indicadores_1_4", ["2026"]),
        ("sin_datos_personales", ["on"]), ("acepta_publicacion", ["on"])) with
    {
        Files = [("solicitud_firmada", "solicitud.pdf", RealFiles.Bytes("hoja.pdf")), ("soportes", "acta de la asamblea.pdf", RealFiles.Bytes("hoja.pdf"))],
    };

    private static FormCase Case(params (string Alias, string[] Texts)[] answers) => new("", [.. answers], [], []);

    private static string[] Marks(string[] rows, int mark) => [.. rows.Select(row => $"{row}={mark}")];

    private async Task<PhoneWalk> OpenAsync(string name, string form, string address, ColorScheme scheme, Hand hand)
    {
        var page = await browsing.OpenAsync(address, Width, scheme, height: 740, origin: phone.Origin, touch: hand == Hand.Finger);
        return new PhoneWalk(page, $"{name}-{Width}-{scheme}".ToLowerInvariant(), phone.Site.Service<FormBook>().Find(form)!.Form, hand, scheme == ColorScheme.Dark);
    }

    private async Task EndAsync(PhoneWalk walk)
    {
        await walk.Page.Context.CloseAsync();
        foreach (var line in walk.Found) output.WriteLine(line);
        Assert.Empty(walk.Found);
    }
}
