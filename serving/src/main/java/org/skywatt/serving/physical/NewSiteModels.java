package org.skywatt.serving.physical;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.skywatt.core.run.RunHeader;
import org.skywatt.models.nano.NanoModel;
import org.skywatt.models.publish.PublishedModels;
import org.skywatt.serving.config.SkywattConfig;

/**
 * The published models, each read once and again when its file is another; a damaged one is told
 * once and passed over.
 */
@ApplicationScoped
class NewSiteModels {
  private static final Logger LOG = Logger.getLogger(NewSiteModels.class);

  /** Models of many runs ago are let go. */
  private static final int MOST = 32;

  /**
   * @param model empty if the file is not there or damaged
   */
  private record Known(Object state, Optional<NanoModel> model) {}

  private final PublishedModels published;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  NewSiteModels(SkywattConfig config) {
    this.published = new PublishedModels(config.published());
  }

  /**
   * The model of {@code technology} among those that made a run.
   *
   * @param ids as the run's header tells them ({@link RunHeader#names})
   */
  Optional<NanoModel> find(String ids, String technology) {
    for (String id : RunHeader.names(ids)) {
      Object state = published.state(id);
      Known found = known.get(id);
      if (found == null || !found.state.equals(state)) {
        found = new Known(state, read(id));
        if (known.size() >= MOST) {
          known.clear();
        }
        known.put(id, found);
      }
      Optional<NanoModel> model = found.model;
      if (model.isPresent() && model.get().technology().equals(technology)) {
        return model;
      }
    }
    return Optional.empty();
  }

  private Optional<NanoModel> read(String id) {
    try {
      Optional<byte[]> bytes = published.find(id);
      return bytes.isEmpty() ? Optional.empty() : Optional.of(NanoModel.read(bytes.get()));
    } catch (IOException e) {
      LOG.warnf("a model is passed over: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
