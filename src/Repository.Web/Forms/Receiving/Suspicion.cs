namespace Repository.Web.Forms.Receiving;

/// <summary>Why somebody should look at an entry before it counts. Nothing is refused for it: who was wronged loses some days, and who sends rubbish learns nothing.</summary>
internal sealed record Suspicion(string Why)
{
    /// <summary>A field was filled in that nobody sees.</summary>
    public static readonly Suspicion Trap = new("Se llenó un campo que las personas no ven.");

    public static readonly Suspicion TooFast = new("Se envió más rápido de lo que una persona lee el formulario.");

    /// <summary>The forms were under attack, and no proof of work came along: without scripts there is none.</summary>
    public static readonly Suspicion NoProof = new("Llegó sin la prueba de trabajo mientras los formularios recibían un ataque.");

    public static readonly Suspicion ManyAlike = new("Ese día ya habían llegado varias respuestas del mismo navegador y la misma conexión.");
}
