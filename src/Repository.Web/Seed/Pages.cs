namespace Repository.Web.Seed;

/// <summary>What the repository says of itself: the page about it, the first news, and a collection to begin with.</summary>
internal static class Pages
{
    private const int WordsPerMinute = 200;

    private const string Why = """
        <p>En 2018 la asociación civil SURCO se comprometió, en el plan de acción de gobierno abierto de Oaxaca, a reunir en un repositorio las prácticas comunitarias que
        viven los principios del gobierno abierto. Sin sistematizarlas faltan parámetros para darles seguimiento, medirlas, apropiárselas, replicarlas o escalarlas.</p>
        <p>Aquí están las primeras. Se conocen por <strong>fuentes públicas</strong>: por eso cada ficha dice de dónde viene y queda pendiente de que su comunidad la valide.</p>
        {block:0}
        """;

    public static void Add(SeedBed bed, Facts facts, MediaLibrary media)
    {
        AddAbout(bed, media);
        AddPrivacy(bed);
        AddAccessibility(bed);
        AddNews(bed, media);
        AddCollections(bed, facts);
    }

    private static void AddCollections(SeedBed bed, Facts facts)
    {
        bed.Add("collection/primeros-pasos", "collection", SeedKeys.Section("collections"), "Primeros pasos").With(sheet => sheet
            .Text("umbracoUrlName", "primeros-pasos")
            .Text("summary", "Cuatro prácticas para entender cómo se gobierna una comunidad en Oaxaca, y las palabras que hacen falta para leerlas.")
            .Rich("intro", "<p>Léelas en este orden: de la asamblea, donde se decide, al tequio, donde se trabaja.</p>")
            .Text("curator", "Equipo del repositorio")
            .Pick("themes", SeedKeys.Term("themes", "communityGovernance"))
            .Pick("items",
                Practices.Key("asamblea-general-comunitaria"), Practices.Key("sistema-de-cargos"), Practices.Key("tequio"), Practices.Key("gozona-guelaguetza"),
                Glossary.Key("tequio"), Glossary.Key("asamblea-comunitaria")));

        string[] themes = ["waterAndSanitation", "territory"];
        bed.Add("collection/agua-y-territorio", "collection", SeedKeys.Section("collections"), "Agua y territorio").With(sheet => sheet
            .Text("umbracoUrlName", "agua-y-territorio")
            .Text("summary", "Comunidades que cuidan el agua y el bosque con acuerdos, trabajo y cuentas propias.")
            .Rich("intro", "<p>Reúne todas las fichas del repositorio sobre agua, territorio y bosques.</p>")
            .Text("curator", "Equipo del repositorio")
            .Pick("themes", themes.Select(theme => SeedKeys.Term("themes", theme)))
            .Pick("items", facts.Document("practicas-semilla").Facts("practicas")
                .Where(practice => themes.Contains(practice["tema_clave"]))
                .OrderBy(practice => Array.IndexOf(themes, practice["tema_clave"]))
                .Select(practice => Practices.Key(practice["id"]))));
    }

    private static void AddAbout(SeedBed bed, MediaLibrary media)
    {
        var origin = Plans.Commitment("pal-oax-2018-c11");
        Block[] sections =
        [
            new("textSection", new Sheet().Text("heading", "Cómo se lee una ficha").Choice("sectionKind", "Otra sección").Rich("body",
                $"<p>Cada ficha dice qué se hace, quién participa y qué se necesita para replicarlo. <a type=\"media\" href=\"/{{localLink:{media["como-se-lee-una-ficha.svg"].Key}}}\">Este esquema</a> lo explica.</p>"),
                new Sheet().Choice("width", "Normal").Text("anchor", "fichas")),
            new("mediaBlock", new Sheet().File("media", media["como-se-lee-una-ficha.svg"]).Text("caption", "Cómo se lee una ficha.")),
            new("tableBlock", new Sheet().Text("caption", "Las dos clases de ficha").Text("rows", "Clase,De dónde viene,Quién la valida\nDocumental,Fuentes públicas,Pendiente\nSistematizada,Trabajo con la comunidad,La comunidad")),
            new("linkList", new Sheet().Text("title", "Para saber más").Links("links", SeedLink.To(origin), SeedLink.To(media["que-es-una-ficha-documental.pdf"]), SeedLink.Out("https://www.opengovpartnership.org/", "Alianza para el Gobierno Abierto"))),
        ];
        bed.Add("page/about-the-repository", "page", SeedKeys.Section("about"), "Qué es este repositorio").With(sheet => sheet
            .Text("summary", "De dónde viene el repositorio, qué reúne y qué significa que una ficha sea documental.")
            .Rich("body", Why, new Block("callout", new Sheet().Text("title", "Pendiente de validación comunitaria").Text("kind", "Aviso").Text("text", "Ninguna ficha de esta primera entrega ha sido revisada todavía por su comunidad.")))
            .Blocks("sections", sections)
            .Text("readingTime", $"PT{Math.Max(1, Why.Split(' ').Length / WordsPerMinute)}M")
            .Tags("tags", "repositorio", "gobierno abierto")
            .Links("relatedLinks", SeedLink.To(SeedKeys.Section("practices")), SeedLink.To(media["que-es-una-ficha-documental.pdf"]), SeedLink.Out("https://creativecommons.org/licenses/by/4.0/deed.es", "Licencia CC BY 4.0")))
            .InEnglish("What this repository is", sheet => sheet
                .Text("summary", "Where the repository comes from, what it brings together, and what a documentary sheet is.")
                .Rich("body", "<p>In 2018 the civil association SURCO committed itself, in Oaxaca's open-government action plan, to bring together the community practices that live the principles of open government. These are the first ones, known from <strong>public sources</strong>: each sheet says where it comes from and awaits its community's validation.</p>")
                .Links("relatedLinks", SeedLink.To(SeedKeys.Section("practices")), SeedLink.Out("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0 licence"))
                .Text("translationNote", Translations.Note));
    }

    private static string ToContact(string words) => $"<a type=\"document\" href=\"/{{localLink:{SeedKeys.Content("form-page/contact")}}}\">{words}</a>";

    private static void AddPrivacy(SeedBed bed) => bed.Add("page/privacy", "page", SeedKeys.Section("about"), "Aviso de privacidad").With(sheet => sheet
        .Text("umbracoUrlName", "aviso-de-privacidad")
        .Text("summary", "Leer este sitio no deja rastro de quién eres.")
        .Rich("body", """
            <h2>Al leer</h2>
            <ul><li>No usamos cookies.</li><li>No cargamos nada de otros sitios.</li><li>No hace falta registrarse.</li><li>Lo que escribes en el buscador va en la dirección de la página y no se guarda en el repositorio.</li></ul>
            <h2>Al enviar un formulario</h2>
            <ul><li>Solo las páginas con un formulario guardan cookies: una para saber que el envío sale de tu navegador, que se borra al cerrarlo; otra con tu folio, que dura media hora; y en la encuesta una que recuerda 180 días que ya respondiste.</li><li>Cada formulario dice para qué se usa lo que escribes y cuánto tiempo se guarda.</li><li>Los archivos que adjuntas no se publican.</li></ul>
            <h2>Al salir</h2>
            <p>Los enlaces a las fuentes llevan a sitios de otras organizaciones, que tienen sus propias reglas.</p>
            """ + $"<h2>Si quieres preguntar</h2><p>Si tienes dudas o quieres que algo se borre, {ToContact("escríbenos")}.</p>"))
        .InEnglish("Privacy notice", sheet => sheet
            .Text("umbracoUrlName", "privacy")
            .Text("summary", "Reading this site leaves no trace of who you are.")
            .Rich("body", """
                <h2>When you read</h2>
                <ul><li>We use no cookies.</li><li>We load nothing from other sites.</li><li>There is no need to register.</li><li>What you type in the search is part of the page's address and is not kept in the repository.</li></ul>
                <h2>When you send a form</h2>
                <ul><li>Only pages with a form set cookies: one that tells that it was sent from your browser, gone when you close it; one with your folio, for half an hour; and in the survey one that remembers for 180 days that you have answered.</li><li>Each form says what your answers are used for and how long they are kept.</li><li>The files you attach are not published.</li></ul>
                <h2>When you leave</h2>
                <p>Links to sources lead to the sites of other organisations, which have their own rules.</p>
                """ + $"<h2>If you want to ask</h2><p>If you have questions or want something erased, {ToContact("write to us")}.</p>")
            .Text("translationNote", Translations.Note));

    private static void AddAccessibility(SeedBed bed) => bed.Add("page/accessibility", "page", SeedKeys.Section("about"), "Accesibilidad").With(sheet => sheet
        .Text("umbracoUrlName", "accesibilidad")
        .Text("summary", "Queremos que cualquier persona pueda leer y usar este sitio, con cualquier aparato.")
        .Rich("body", """
            <h2>Cómo está hecho</h2>
            <ul><li>Se recorre entero con el teclado.</li><li>Las páginas funcionan sin scripts y con conexión lenta.</li><li>El sitio respeta si tu aparato usa colores oscuros, más contraste o menos movimiento.</li><li>Cada infografía tiene el mismo contenido en texto.</li></ul>
            <h2>Cómo lo comprobamos</h2>
            <p>Cada cambio pasa por pruebas automáticas de accesibilidad. Todavía no lo ha revisado una persona que use lector de pantalla: eso falta.</p>
            """ + $"<h2>Si algo no te funciona</h2><p>{ToContact("Escríbenos")} y dinos en qué página te pasó.</p>"))
        .InEnglish("Accessibility", sheet => sheet
            .Text("umbracoUrlName", "accessibility")
            .Text("summary", "We want anyone to be able to read and use this site, with any device.")
            .Rich("body", """
                <h2>How it is made</h2>
                <ul><li>All of it can be used by keyboard.</li><li>The pages work without scripts and with a slow connection.</li><li>The site respects it when your device uses dark colours, more contrast or less motion.</li><li>Each infographic has the same content as text.</li></ul>
                <h2>How we check</h2>
                <p>Every change passes automatic accessibility tests. No person who uses a screen reader has reviewed it yet: that is still missing.</p>
                """ + $"<h2>If something does not work for you</h2><p>{ToContact("Write to us")} and say on which page it happened.</p>")
            .Text("translationNote", Translations.Note));

    private static void AddNews(SeedBed bed, MediaLibrary media)
    {
        bed.Add("news/first-sheets", "newsItem", SeedKeys.Section("news"), "El repositorio abre con treinta fichas documentales").With(sheet => sheet
            .Text("summary", "Treinta prácticas, dos planes de acción con sus compromisos y los 570 municipios ya pueden consultarse y reutilizarse.")
            .Text("publishedOn", "2026-01-15T09:00:00")
            .Rich("body", $"<p>Ya pueden consultarse <a type=\"document\" href=\"/{{localLink:{SeedKeys.Section("practices")}}}\">treinta prácticas</a>, todas conocidas por fuentes públicas. Falta lo más importante: que cada comunidad las revise.</p>{{block:0}}",
                new Block("mediaBlock", new Sheet().File("media", media["regiones-de-oaxaca.svg"]).Text("caption", "Las ocho regiones de Oaxaca.")))
            .Tags("tags", "repositorio")
            .Pick("relatedItems", Practices.Key("asamblea-general-comunitaria"), SeedKeys.Section("municipalities")))
            .InEnglish("The repository opens with thirty documentary sheets", sheet => sheet
                .Text("summary", "Thirty practices, two action plans with their commitments and all 570 municipalities can now be consulted and reused.")
                .Rich("body", "<p>Thirty practices known from public sources can now be consulted. The most important thing is still missing: that each community reviews its own.</p>")
                .Text("translationNote", Translations.Note));
        bed.Add("news/how-to-announce-a-meeting", "newsItem", SeedKeys.Section("news"), "Ejemplo: cómo se anuncia una reunión").With(sheet => sheet
            .Text("summary", "Ejemplo para quien publica: una noticia que anuncia una reunión dice el día, la hora y el lugar. La reunión no es real.")
            .Text("publishedOn", "2026-01-15T09:30:00")
            .Moment("eventDate", "2026-02-14T00:00:00+00:00")
            .Moment("eventTime", "0001-01-01T17:00:00+00:00")
            .Text("eventPlace", "Aquí va el lugar y cómo llegar.")
            .Rich("body", "<p>Este es un ejemplo: la reunión no existe. Sirve para ver dónde aparecen el día, la hora y el lugar.</p>")
            .Tags("tags", "ejemplo"));
    }
}
