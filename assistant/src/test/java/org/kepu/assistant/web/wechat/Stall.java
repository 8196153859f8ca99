package org.kepu.assistant.web.wechat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Parts of a service that stand still for as long as a test says. */
final class Stall implements BeanPostProcessor {

  private final Set<Class<?>> parts;
  private volatile @Nullable Class<?> still;
  private volatile CountDownLatch goesOn = new CountDownLatch(0);

  /**
   * @param parts interfaces, whose beans may stand still
   */
  Stall(Class<?>... parts) {
    this.parts = Set.of(parts);
  }

  /** From now on whoever calls this part waits. */
  void begin(Class<?> part) {
    goesOn = new CountDownLatch(1);
    still = part;
  }

  /** All that waits goes on. */
  void end() {
    still = null;
    goesOn.countDown();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return parts.stream()
        .filter(part -> part.isInstance(bean))
        .findFirst()
        .map(part -> waiting(part, bean))
        .orElse(bean);
  }

  private Object waiting(Class<?> part, Object bean) {
    return Proxy.newProxyInstance(
        part.getClassLoader(),
        new Class<?>[] {part},
        (proxy, method, arguments) -> {
          if (part.equals(still)) {
            goesOn.await();
          }
          try {
            return method.invoke(bean, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
