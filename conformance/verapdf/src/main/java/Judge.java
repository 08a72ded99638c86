import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * veraPDF over many files and flavours in one JVM: {@code java -jar verapdf.jar --flavours ua1,2a FILE…}.
 *
 * Prints one JSON line for each file and flavour. Exits 0 if all comply, 1 if one does not or can't be read, 2 on wrong use.
 */
public final class Judge {
  private static final int SHOWN = 5;

  public static void main(String[] args) {
    if (args.length < 3 || !args[0].equals("--flavours")) refuse("--flavours ua1,2a FILE…");
    List<PDFAFlavour> flavours = Stream.of(args[1].split(",")).map(Judge::flavour).collect(Collectors.toList());
    // Its warnings come to the console as well as in the result.
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    boolean compliant = true;
    for (int i = 2; i < args.length; i++) {
      for (PDFAFlavour flavour : flavours) compliant &= judge(args[i], flavour);
    }
    System.exit(compliant ? 0 : 1);
  }

  /** A fresh parser for each flavour: a parser is made for one. */
  private static boolean judge(String file, PDFAFlavour flavour) {
    String head = "{\"file\":" + json(file) + ",\"flavour\":" + json(flavour.getId());
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, SHOWN, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      String failures = result.getFailedChecks().entrySet().stream()
          .map(failed -> failure(failed, result))
          .collect(Collectors.joining(","));
      System.out.println(head + ",\"compliant\":" + result.isCompliant() + ",\"checks\":" + result.getTotalAssertions()
          + ",\"failures\":[" + failures + "]}");
      return result.isCompliant();
    } catch (Exception unreadable) {
      System.out.println(head + ",\"compliant\":false,\"unreadable\":" + json(unreadable.toString()) + ",\"failures\":[]}");
      return false;
    }
  }

  /** A failed rule, how often it failed, and where the first times. */
  private static String failure(Map.Entry<RuleId, Integer> failed, ValidationResult result) {
    RuleId rule = failed.getKey();
    String contexts = result.getTestAssertions().stream()
        .filter(assertion -> assertion.getRuleId().equals(rule))
        .map(assertion -> json(assertion.getErrorMessage() + " @ " + assertion.getLocation().getContext()))
        .collect(Collectors.joining(","));
    String description = result.getValidationProfile().getRuleByRuleId(rule).getDescription();
    return "{\"specification\":" + json(rule.getSpecification().getId()) + ",\"clause\":" + json(rule.getClause())
        + ",\"test\":" + rule.getTestNumber() + ",\"count\":" + failed.getValue()
        + ",\"description\":" + json(description) + ",\"contexts\":[" + contexts + "]}";
  }

  private static PDFAFlavour flavour(String id) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
    if (flavour == PDFAFlavour.NO_FLAVOUR) refuse("unknown flavour " + id + "; known are " + PDFAFlavour.getFlavourIds());
    return flavour;
  }

  private static void refuse(String reason) {
    System.err.println(reason);
    System.exit(2);
  }

  private static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    String.valueOf(text).chars().forEach(unit -> {
      if (unit == '"' || unit == '\\') quoted.append('\\').append((char) unit);
      else if (unit < 0x20 || unit > 0x7E) quoted.append(String.format("\\u%04x", unit));
      else quoted.append((char) unit);
    });
    return quoted.append('"').toString();
  }
}
