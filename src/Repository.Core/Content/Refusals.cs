using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Why a write is refused, as an editor reads it.</summary>
internal static class Refusals
{
    public const string CyclicPlace = "Un elemento no puede quedar dentro de sí mismo ni de sus descendientes.";
    public const string InBin = "El elemento está en la papelera: restáuralo primero.";
    public const string NotInBin = "Solo se elimina lo que está en la papelera: envíalo ahí primero.";
    public const string AlreadyThere = "Ya existe un elemento con este identificador.";
    public const string ParentMissing = "El lugar de destino no existe.";
    public const string ParentInBin = "El lugar de destino está en la papelera.";
    public const string ParentOfOtherKind = "El contenido y los archivos multimedia viven en árboles distintos.";
    public const string OriginGone = "El lugar de donde venía ya no está: elige otro.";
    public const string OrderMismatch = "La lista no coincide con los elementos que hay en este lugar: vuelve a cargarla.";
    public const string NameMissing = "Escribe un nombre.";
    public const string NameTooLong = "El nombre puede tener hasta 255 caracteres.";
    public const string NameHasControls = "El nombre contiene caracteres de control que no se ven: quítalos.";
    public const string BrokenText = "El texto contiene caracteres dañados: vuelve a escribirlo.";
    public const string NeedsLanguage = "Este contenido se escribe por idioma: indica en cuál.";
    public const string HasNoLanguages = "Este contenido no se escribe por idioma.";
    public const string ValueNeedsLanguage = "Este campo se escribe por idioma: indica en cuál.";
    public const string ValueHasNoLanguages = "Este campo tiene el mismo valor en todos los idiomas.";
    public const string LanguageNotWritten = "No hay nada escrito en este idioma: ponle un nombre primero.";
    public const string NotPublished = "No está publicado.";
    public const string MandatoryValue = "Este campo es obligatorio.";
    public const string TargetMissing = "Apunta a un elemento que no existe.";
    public const string TargetInBin = "Apunta a un elemento que está en la papelera.";
    public const string MediaAlwaysPublic = "Los archivos multimedia son públicos desde que se guardan: no se publican ni se programan aparte.";
    public const string DateNotAhead = "La fecha programada debe estar en el futuro.";
    public const string ExpiryBeforeRelease = "El retiro debe ser posterior a la publicación.";
    public const string PlannedTwice = "Hay dos fechas para la misma acción en el mismo idioma: deja una.";
    public const string LanguageTwice = "El mismo idioma está dos veces, escrito con mayúsculas distintas: deja uno.";
    public const string NothingScheduled = "No hay nada programado para este idioma.";
    public const string KeyTwice = "Otro archivo del mismo lote tiene el mismo identificador.";
    public const string TypeChanged = "El tipo de un elemento que ya existe no se puede cambiar.";
    public const string ParentDeleted = "El mismo lote elimina el lugar de destino.";
    public const string BothToldAndDeleted = "El mismo lote trae y elimina este elemento.";
    public const string NotApproved = "Solo se publica lo que está aprobado: envíalo a revisión primero.";
    public const string ReasonMissing = "Escribe por qué se retira: queda en el historial.";
    public const string ReasonTooLong = "La explicación puede tener hasta 2000 caracteres.";
    public const string AlreadyPublic = "Esta versión ya es pública.";
    public const string CommentMissing = "Escribe el comentario.";
    public const string CommentTooLong = "Un comentario puede tener hasta 4000 caracteres.";
    public const string NoSuchField = "Este contenido no tiene ese campo en ese idioma.";
    public const string OnlyTranslates = "Puedes traducir este contenido, pero no cambiar el texto original ni lo que es igual en todos los idiomas.";

    public const int MaxReason = 2000;

    public static readonly string TooDeep = $"El contenido puede tener hasta {ItemDepth.Limit} niveles: elige un lugar más cercano a la raíz.";

    /// <summary>Permissions hold for a part of the tree, so that is what the sentences speak of.</summary>
    public static string Forbidden(Act act) => act switch
    {
        Act.Read => "No tienes permiso para ver esta parte del repositorio.",
        Act.Translate => "No tienes permiso para traducir en esta parte del repositorio.",
        Act.Review => "No tienes permiso para revisar en esta parte del repositorio.",
        Act.Publish => "No tienes permiso para publicar ni retirar contenido en esta parte del repositorio.",
        Act.Arrange => "No tienes permiso para mover ni ordenar contenido en esta parte del repositorio.",
        Act.Discard => "No tienes permiso para enviar contenido a la papelera, ni para sacarlo de ella, en esta parte del repositorio.",
        Act.Delete => "No tienes permiso para eliminar contenido de forma definitiva en esta parte del repositorio.",
        Act.Restrict => "No tienes permiso para cambiar quién puede ver el contenido en esta parte del repositorio.",
        _ => "No tienes permiso para escribir en esta parte del repositorio.",
    };

    public static string StepMakesNoSense(ReviewStep step) => step switch
    {
        ReviewStep.Submit => "Ya está en revisión, aprobado o publicado: no hay nada nuevo que enviar.",
        ReviewStep.RequestChanges => "No está en revisión: no hay nada que devolver.",
        ReviewStep.Approve => "Ya está aprobado o publicado: no hay nada nuevo que aprobar.",
        ReviewStep.ReturnToDraft => "Ya es un borrador, o ya es público.",
        _ => NotApproved,
    };

    public static string UnknownType(string alias) => $"El tipo «{alias}» no existe.";

    public static string ElementType(string name) => $"«{name}» es un tipo de bloque: solo vive dentro de otro contenido.";

    public static string NotAtRoot(string name) => $"«{name}» no puede estar en la raíz.";

    public static string NotBelow(string name, string parent) => $"«{name}» no puede estar dentro de «{parent}».";

    public static string UnknownLanguage(string tag) => $"El idioma «{tag}» no existe en este repositorio.";

    public static string UnknownProperty(string alias, string type) => $"El tipo «{type}» no tiene el campo «{alias}».";

    public static string PickOfOtherType(string name, string type) => $"«{name}» es de tipo «{type}», que este campo no admite.";

    public static string PickOutside(string name) => $"«{name}» no está en la parte del contenido de la que este campo elige.";

    public static string PublishParentFirst(string name) => $"Publica primero «{name}»: mientras no sea público, lo que está dentro no se ve.";

    public static string StillUsed(IReadOnlyList<string> names, int all) =>
        $"Este archivo se usa en {string.Join(", ", names)}{(all > names.Count ? $" y {all - names.Count} más" : "")}: quítalo de ahí primero.";

    public static string MandatoryLanguage(string name) => $"Falta publicar la versión en {name}, que es obligatoria.";
}
