using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Results;

namespace Repository.Core.Tests.Forms.Results;

public sealed class OpenAnswersTests
{
    private static readonly FormField Other = AForm.Text("cual");

    private static readonly Form Conditioned = AForm.Of(AForm.Choice("uno", "a", "otro"), AForm.Text("idea"), Other.When(AForm.Draft.ShowWhen("uno", "otro")));

    private static readonly Form Free = AForm.Of(AForm.Choice("uno", "a", "otro"), AForm.Text("idea"), Other, AForm.Text("correo") with { Pattern = "^.+@.+$" });

    [Fact]
    public void what_everybody_is_asked_in_their_own_words_may_be_shown() => Assert.Equal(["idea", "cual"], Of(Free));

    [Fact]
    public void what_is_asked_under_a_condition_or_ever_was_is_not() => Assert.All([Of(Conditioned), Of(Free, Conditioned), Of(Conditioned, Free)], shown => Assert.Equal(["idea"], shown));

    private static IEnumerable<string> Of(params Form[] versions) => OpenAnswers.Fields(versions).Select(field => field.Alias);
}
